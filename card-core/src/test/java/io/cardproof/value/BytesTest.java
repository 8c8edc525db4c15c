package io.cardproof.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void isACopyOfWhatItWasMadeFrom() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.of(source);
    source[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertEquals(Bytes.ofHex("010203"), bytes);
  }

  @Test
  void equalsByContent() {
    assertEquals(Bytes.ofHex("CAFE"), Bytes.concat(Bytes.ofHex("ca"), Bytes.ofHex("fe")));
    assertEquals(Bytes.ofHex("CAFE").hashCode(), Bytes.ofHex("cafe").hashCode());
    assertNotEquals(Bytes.ofHex("CAFE"), Bytes.ofHex("CAFF"));
    assertTrue(Bytes.ofHex("CAFE").equalsInConstantTime(Bytes.ofHex("CAFE")));
    assertFalse(Bytes.ofHex("CAFE").equalsInConstantTime(Bytes.ofHex("CAFF")));
  }

  @Test
  void textFormSaysTheLengthOnly() {
    assertEquals("Bytes[2]", Bytes.ofHex("CAFE").toString());
  }

  @Test
  void sliceOutsideIsRefused() {
    Bytes bytes = Bytes.ofHex("010203");
    assertEquals(Bytes.ofHex("0203"), bytes.from(1));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(1, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(-1, 1));
  }

  @Test
  void badHexadecimalIsNotQuoted() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("secretxx"));
    assertFalse(String.valueOf(e.getMessage()).contains("secret"));
  }

  @Test
  void sha256IsThatOfTheStandard() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Bytes.ofHex("616263").sha256().toHex());
  }
}
