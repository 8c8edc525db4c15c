package io.cardproof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.document.FileId;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceCodecTest {
  private static final EvidenceCodec CODEC = new EvidenceCodec();

  /** Made before mappings, terminals and policies were part of evidence. */
  private static final Bytes OLDER =
      Bytes.ofHex(
          "3081bb020101302030110c0645462e534f44040277000203009000300b0c03444733040002026982"
              + "30260c07504143452d474d0101ffa0050c0343414ea10c060a04007f00070202040202a20302010d"
              + "303ea0153013040801020304050607080402aabb0203009000a1253023060a04007f000702020302"
              + "02300302010a040104040105020300900004010c04029000a0020500300f0c095265616465722030"
              + "3004023b80020601a206c678fb300f020110020201f402024650020202bc");

  static List<Presented> presented() {
    return List.of(
        new Presented.Nothing(),
        new Presented.Qr("001090000001||Nguyễn Văn Thử|01011990|Nam|Hà Nội|01012021"),
        new Presented.MrzData("D23145890", "340712", "950712"),
        new Presented.MrzData("D23145890", "340712", "950712", "STEVENSON<<PETER<JOHN"));
  }

  @ParameterizedTest
  @MethodSource("presented")
  void evidenceSurvivesItsEncoding(Presented presented) throws Exception {
    Evidence evidence = evidence(presented);
    assertEquals(evidence, CODEC.decode(CODEC.encode(evidence), "evidence"));
  }

  @Test
  void theLongestAnswerOfAChipSurvivesAndALongerOneIsRefused() throws Exception {
    Evidence longest = proven(Bytes.of(new byte[65_538]));
    assertEquals(longest, CODEC.decode(CODEC.encode(longest), "evidence"));
    Bytes tooLong = CODEC.encode(proven(Bytes.of(new byte[65_539])));
    assertThrows(MalformedInputException.class, () -> CODEC.decode(tooLong, "evidence"));
  }

  private static Evidence proven(Bytes response) {
    Evidence one = evidence(new Presented.Nothing());
    return new Evidence(
        one.files(),
        one.access(),
        List.of(new ChipProof.ActiveAuthentication(Bytes.of(new byte[8]), response, 0x9000)),
        one.presented(),
        one.reader(),
        one.capturedAt(),
        one.reading());
  }

  @Test
  void olderEvidenceIsStillRead() throws Exception {
    Evidence older = CODEC.decode(OLDER, "older.der");
    assertEquals(2, older.files().size());
    assertEquals(2, older.proofs().size());
    assertEquals(OLDER, CODEC.encode(older));
  }

  @Test
  void aFileIsReadableByItsOwnerOnly(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("evidence.der");
    CODEC.write(file, evidence(new Presented.Nothing()));
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertEquals(evidence(new Presented.Nothing()), CODEC.read(file));
    try (var files = Files.list(directory)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void everyFileThatWasCutOffIsRefusedByName() {
    Bytes whole = CODEC.encode(evidence(presented().get(1)));
    for (int length = 0; length < whole.length(); length++) {
      Bytes cut = whole.slice(0, length);
      MalformedInputException e =
          assertThrows(MalformedInputException.class, () -> CODEC.decode(cut, "cut.der"));
      assertEquals("cut.der", e.source());
    }
  }

  @Test
  void noChangedByteEndsInAnythingButEvidenceOrARefusal() {
    Bytes whole = CODEC.encode(evidence(presented().get(2)));
    for (int at = 0; at < whole.length(); at++) {
      byte[] changed = whole.toByteArray();
      changed[at] ^= 0x41;
      Bytes content = Bytes.of(changed);
      try {
        assertEquals(content, CODEC.encode(CODEC.decode(content, "changed.der")));
      } catch (MalformedInputException e) {
        assertEquals("changed.der", e.source());
      }
    }
  }

  @Test
  void anEncodingThatIsNotTheShortestIsRefused() {
    byte[] der = CODEC.encode(evidence(new Presented.Nothing())).toByteArray();
    assertEquals((byte) 0x82, der[1]);
    Bytes longer =
        Bytes.concat(Bytes.of((byte) 0x30, (byte) 0x83, (byte) 0), Bytes.of(der, 2, der.length));
    assertThrows(MalformedInputException.class, () -> CODEC.decode(longer, "longer.der"));
  }

  @Test
  void aFileOfAnotherKindIsSaidToBeOne() {
    for (String other : List.of("", "2D2D2D2D2D", "A0020500")) {
      MalformedInputException e =
          assertThrows(
              MalformedInputException.class, () -> CODEC.decode(Bytes.ofHex(other), "other.pem"));
      assertEquals("is not an evidence file", e.problem());
    }
  }

  @Test
  void bytesAfterTheEndAreRefused() {
    Bytes longer =
        Bytes.concat(CODEC.encode(evidence(new Presented.Nothing())), Bytes.ofHex("0500"));
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> CODEC.decode(longer, "longer.der"));
    assertTrue(e.place().startsWith("byte "), e.place());
  }

  @Test
  void anUnknownVersionIsRefused() {
    byte[] der = CODEC.encode(evidence(new Presented.Nothing())).toByteArray();
    assertEquals(EvidenceEncoder.VERSION, der[6]);
    der[6] = 2;
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> CODEC.decode(Bytes.of(der), "newer.der"));
    assertEquals("version", e.place());
  }

  @Test
  void deepNestingIsRefusedBeforeItIsParsed() {
    Bytes nested = Bytes.empty();
    for (int i = 0; i < 100; i++) {
      nested = Bytes.concat(Bytes.of((byte) 0x30, (byte) (nested.length() % 128)), nested);
    }
    Bytes content = nested;
    assertThrows(MalformedInputException.class, () -> CODEC.decode(content, "deep.der"));
  }

  @Test
  void noTextOfEvidenceHoldsWhatWasPresented() {
    Evidence evidence = evidence(presented().get(1));
    assertFalse(evidence.toString().contains("Nguy"));
    assertFalse(evidence.presented().toString().contains("Nguy"));
  }

  @Test
  void aFileThatIsThereTwiceIsMisuse() {
    EvidenceFile file = EvidenceFile.refused(FileId.DG3, 0x6982);
    Evidence one = evidence(new Presented.Nothing());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Evidence(
                List.of(file, file),
                one.access(),
                one.proofs(),
                one.presented(),
                one.reader(),
                one.capturedAt(),
                one.reading()));
  }

  private static Evidence evidence(Presented presented) {
    return new Evidence(
        List.of(
            EvidenceFile.read(FileId.SOD, Bytes.ofHex("7700")),
            EvidenceFile.refused(FileId.DG3, 0x6982),
            EvidenceFile.read(FileId.DG2, Bytes.of(new byte[400]))),
        new AccessRecord(
            AccessRecord.Protocol.PACE_GM,
            Optional.of(AccessKey.Kind.CAN),
            Optional.of("0.4.0.127.0.7.2.2.4.2.2"),
            OptionalInt.of(13),
            true),
        List.of(
            new ChipProof.ActiveAuthentication(
                Bytes.ofHex("0102030405060708"), Bytes.ofHex("AABB"), 0x9000),
            new ChipProof.ChipAuthentication(
                "0.4.0.127.0.7.2.2.3.2.2",
                Optional.of(BigInteger.TEN),
                Bytes.ofHex("04"),
                Bytes.ofHex("05"),
                0x9000,
                Bytes.ofHex("0C"),
                Bytes.ofHex("9000")),
            new ChipProof.ChipAuthenticationMapping(
                "0.4.0.127.0.7.2.2.4.6.2",
                13,
                Bytes.ofHex("0F"),
                Bytes.ofHex("06"),
                Bytes.ofHex("0407"),
                Bytes.ofHex("08"),
                Bytes.ofHex("0409"),
                Bytes.ofHex("1E"),
                0x9000)),
        presented,
        new ReaderRecord("Reader 00", Bytes.ofHex("3B80")),
        Instant.parse("2026-11-23T05:00:00.123Z"),
        new ReadingStats(16, 500, 18_000, 700));
  }
}
