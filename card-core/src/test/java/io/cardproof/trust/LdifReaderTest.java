package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.LdifReader.Value;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories as RFC 2849 writes them, and as others do. */
class LdifReaderTest {
  private static final String SIGNER =
      "dn: cn=1,o=dsc,c=UT,dc=data\nuserCertificate;binary:: AQID\n";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndInAnyWay(String end) throws Exception {
    assertEquals(
        List.of(new Value("entry 1", "dsc", hex("010203"))), read(SIGNER.replace("\n", end)));
    String unfinished = SIGNER.replace("\n", end).stripTrailing();
    assertEquals(List.of(new Value("entry 1", "dsc", hex("010203"))), read(unfinished));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aLineGoesOnWhereTheNextBeginsWithASpace(String end) throws Exception {
    String folded = SIGNER.replace("AQID", "AQ\n I\n D").replace("\n", end);
    assertEquals(List.of(new Value("entry 1", "dsc", hex("010203"))), read(folded));
    String foldedName = SIGNER.replace("o=dsc", "o=d\n sc").replace("\n", end);
    assertEquals(List.of(new Value("entry 1", "dsc", hex("010203"))), read(foldedName));
  }

  @Test
  void longLinesAreWhole() throws Exception {
    String base64 = "AQID".repeat(1_000);
    Bytes whole = Bytes.ofHex("010203".repeat(1_000));
    assertEquals(
        List.of(new Value("entry 1", "dsc", Optional.of(whole))),
        read(SIGNER.replace("AQID", base64)));
    assertEquals(
        List.of(new Value("entry 1", "dsc", Optional.of(whole))),
        read(SIGNER.replace("AQID", base64.replaceAll("(.{76})", "$1\n "))));
  }

  @ParameterizedTest
  @CsvSource({
    "userCertificate;binary:: AQID",
    "userCertificate::AQID",
    "cACertificate;binary::  AQID  ",
    "CERTIFICATEREVOCATIONLIST;BINARY:: AQID",
    "cscaMasterListData:: AQID",
    "pkdMasterListContent:: AQID",
    "deviationList:: AQID",
    "deviationListData:: AQID",
    "pkdDeviationListContent:: AQID",
  })
  void everyAttributeThatMattersIsRead(String line) throws Exception {
    assertEquals(
        List.of(new Value("entry 1", "", hex("010203"))), read("dn: c=UT\n" + line + "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# userCertificate:: AQID",
        "cn: AQID",
        "cn:: AQID",
        "userCertificate",
        ": AQID",
        ":: AQID",
        "userCertificates:: AQID",
        "pkdVersion: 1"
      })
  void everythingElseIsPassedOver(String line) throws Exception {
    assertEquals(List.of(), read("dn: o=dsc,c=UT\n" + line + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"userCertificate: AQID", "userCertificate:: A", "userCertificate:: ????"})
  void aValueThatIsNotBase64IsThereAndEmpty(String line) throws Exception {
    assertEquals(
        List.of(new Value("entry 1", "dsc", Optional.empty())),
        read("dn: o=dsc,c=UT\n" + line + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cn=1,o=dsc,c=UT | dsc",
        "cn=1, O = CRL ,c=UT | crl",
        "o=ml | ml",
        "o=csca,c=UT | csca",
        "cn=1,o=dl | dl",
        "cn=1,o=dscs,c=UT | ''",
        "cn=1,oo=dsc,c=UT | ''",
        "c=UT | ''",
      })
  void theBranchOfTheTreeSaysWhatAValueIs(String name, String kind) throws Exception {
    assertEquals(
        List.of(new Value("entry 1", kind, hex("010203"))),
        read("dn: " + name + "\nuserCertificate:: AQID\n"));
  }

  @Test
  void aNameInBase64IsRead() throws Exception {
    // o=dsc,c=UT
    assertEquals(
        List.of(new Value("entry 1", "dsc", hex("010203"))),
        read("dn:: bz1kc2MsYz1VVA==\nuserCertificate:: AQID\n"));
    assertEquals(
        List.of(new Value("entry 1", "", hex("010203"))),
        read("dn:: ????\nuserCertificate:: AQID\n"));
  }

  @Test
  void anEmptyLineEndsAnEntryAndItsBranch() throws Exception {
    LdifReader.Content content =
        LdifReader.read(
            text(SIGNER + "\nuserCertificate:: BA==\n\ndn: c=UT\ncn: x\n\n" + SIGNER), "file");
    assertEquals(3, content.entries());
    assertEquals(
        List.of(
            new Value("entry 1", "dsc", hex("010203")),
            new Value("entry 1", "", hex("04")),
            new Value("entry 3", "dsc", hex("010203"))),
        content.values());
  }

  @ParameterizedTest
  @CsvSource({
    "'version: 1\ndn: c=UT', true",
    "'DN: c=UT', true",
    "'# a comment\n\n folded\nVersion: 1', true",
    "'cn: x\ndn: c=UT', false",
    "'-----BEGIN CERTIFICATE-----', false",
    "'', false",
    "'# dn: c=UT', false",
  })
  void aDirectoryIsToldByItsFirstLine(String start, boolean recognised) {
    assertEquals(recognised, LdifReader.recognises(text(start)));
  }

  private static List<Value> read(String ldif) throws MalformedInputException {
    return LdifReader.read(text(ldif), "file").values();
  }

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Bytes> hex(String hex) {
    return Optional.of(Bytes.ofHex(hex));
  }
}
