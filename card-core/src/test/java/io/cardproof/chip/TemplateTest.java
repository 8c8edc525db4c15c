package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.value.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data objects with one byte of tag, BER as ISO 7816-4 §5.2.2 has it. */
class TemplateTest {
  @ParameterizedTest
  @CsvSource({"0, 5300", "127, 537F", "128, 538180", "255, 5381FF", "256, 53820100"})
  void theLengthTakesAsFewBytesAsItNeeds(int length, String header) {
    Bytes value = Bytes.of(new byte[length]);
    Bytes object = Template.object(0x53, value);
    assertEquals(Bytes.concat(Bytes.ofHex(header), value), object);
    assertEquals(Optional.of(value), Template.value(object, 0x53));
  }

  @ParameterizedTest
  @ValueSource(strings = {"53020102", "5381020102", "538200020102", "53830000020102"})
  void aLengthMayTakeMoreBytesThanItNeeds(String object) {
    assertEquals(Optional.of(Bytes.ofHex("0102")), Template.value(Bytes.ofHex(object), 0x53));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "53",
        "54020102",
        "530201",
        "5302010203",
        "5380",
        "53800000",
        "5381",
        "538200",
        "5384000000020102",
        "53840000000201020304"
      })
  void whatIsNotOneWholeObjectWithTheTagIsNone(String object) {
    assertEquals(Optional.empty(), Template.value(Bytes.ofHex(object), 0x53));
  }

  @Test
  void theFirstOfSeveralIsTakenWhole() {
    Bytes objects = Bytes.ofHex("53020102" + "5401FF");
    assertEquals(Optional.of(Bytes.ofHex("53020102")), Template.first(objects));
    assertEquals(Optional.of(Bytes.ofHex("53020102")), Template.first(Bytes.ofHex("53020102")));
    assertEquals(Optional.empty(), Template.first(Bytes.ofHex("530201")));
    assertEquals(Optional.empty(), Template.first(Bytes.ofHex("53")));
  }
}
