package io.cardproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SmallFilesTest {
  @Test
  void theBsiListOfDataGroupsIsInItsOrder() throws Exception {
    EfCom com = EfCom.parse(SharedData.bytes("bsi-reference-set/EF_COM.bin"));
    assertEquals("0107", com.ldsVersion());
    assertEquals("040000", com.unicodeVersion());
    assertEquals(List.of(FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG14), com.files());
  }

  @Test
  void theBsiKeyOfActiveAuthenticationIsASubjectPublicKeyInfo() throws Exception {
    Bytes file = SharedData.bytes("bsi-reference-set/EF_DG15.bin");
    assertEquals(file.from(3), ActiveAuthenticationKey.parseDg15(file).spki());
  }

  @Test
  void garbageInDataGroup15IsMalformed() {
    assertThrows(
        MalformedDocumentException.class,
        () -> ActiveAuthenticationKey.parseDg15(Bytes.ofHex("6F0430020500")));
  }

  @Test
  void identifiersAreThoseOfDoc9303Part10() {
    assertEquals(0x0101, FileId.DG1.fid());
    assertEquals(0x0110, FileId.DG16.fid());
    assertEquals(0x0D, FileId.DG13.sfi());
    assertEquals(0x77, FileId.SOD.tag());
    assertEquals(OptionalInt.of(14), FileId.DG14.dataGroupNumber());
    assertEquals(OptionalInt.empty(), FileId.COM.dataGroupNumber());
    assertEquals("EF.SOD", FileId.SOD.label());
    assertTrue(FileId.CARD_ACCESS.inMasterFile());
    assertEquals(FileId.DG4, FileId.dataGroup(4));
    assertThrows(IllegalArgumentException.class, () -> FileId.dataGroup(0));
    assertThrows(IllegalArgumentException.class, () -> FileId.dataGroup(17));
    assertEquals(Optional.of(FileId.DG4), FileId.ofApplicationTag(0x76));
    assertEquals(Optional.empty(), FileId.ofApplicationTag(0x31));
  }
}
