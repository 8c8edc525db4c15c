package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.value.Bytes;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tag and length at the start of a file, ISO 7816-4 §5.2.2. */
class FileHeaderTest {
  @ParameterizedTest(name = "{0} is a file of {1} bytes")
  @CsvSource({
    "6100, 2",
    "617F, 129",
    "6181FF, 258",
    "61820100, 260",
    "6183010000, 65541",
    "6184FFFFFFFF, 4294967301",
    "7F6100, 3",
    "7F618180, 132",
  })
  void theDeclaredLengthIsThatOfTheWholeFile(String start, long declared) {
    FileHeader header = new FileHeader(Bytes.ofHex(start));
    assertEquals(OptionalLong.of(declared), header.declaredBytes());
    assertEquals(0, header.missing());
  }

  @ParameterizedTest(name = "{0} lacks {1}")
  @CsvSource({
    "61, 1",
    "7F, 2",
    "7F61, 1",
    "6181, 1",
    "6182, 2",
    "618201, 1",
    "61840102, 2",
    "7F6182, 2",
    "610100, 0",
    "6181FF00, 0",
  })
  void itSaysHowManyBytesOfTheHeaderAreStillToCome(String start, int missing) {
    assertEquals(missing, new FileHeader(Bytes.ofHex(start)).missing());
  }

  @ParameterizedTest
  @CsvSource({"6180, 0", "6185, 0", "7F6180, 0", "61FF, 0"})
  void anImpossibleLengthLacksNothingAndIsNone(String start, int missing) {
    FileHeader header = new FileHeader(Bytes.ofHex(start));
    assertEquals(missing, header.missing());
    assertEquals(OptionalLong.empty(), header.declaredBytes());
  }
}
