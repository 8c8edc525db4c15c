package io.cardproof.terminal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TR-03110's worked examples of Terminal Authentication, value by value. */
class WorkedExampleTest {
  private static final String ECDSA = "terminal-authentication-ecdsa.json";
  private static final String RSA = "terminal-authentication-rsa.json";
  private static final List<String> HOLDERS = List.of("CVCA", "DV", "terminal");

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void everyFieldOfACertificateIsRead(String file) throws Exception {
    JsonNode example = example(file);
    for (String holder : HOLDERS) {
      JsonNode expected = example.at("/certificates/" + holder);
      CvCertificate certificate = certificate(example, holder);
      assertEquals(expected.get("CAR").asText(), certificate.authority());
      assertEquals(expected.get("CHR").asText(), certificate.holder());
      assertEquals(date(expected.get("effective")), certificate.body().effective());
      assertEquals(date(expected.get("expiration")), certificate.body().expires());
      assertEquals(hex(expected.get("CHAT")), authorisation(certificate.body().authorisation()));
      assertEquals(example.get("protocol_OID").asText(), oid(certificate));
    }
    assertEquals(Role.CVCA, certificate(example, "CVCA").role());
    assertEquals(Role.DOMESTIC_DV, certificate(example, "DV").role());
    assertEquals(Role.TERMINAL, certificate(example, "terminal").role());
  }

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void aWrittenCertificateIsTheBytesOfTheExample(String file) throws Exception {
    JsonNode example = example(file);
    for (String holder : HOLDERS) {
      Bytes encoded = hex(example.at("/certificates/" + holder + "/certificate"));
      CvCertificate read = CvCertificate.parse(holder, encoded);
      assertEquals(encoded, read.encoded());
      assertEquals(
          encoded,
          new CvCertificate(read.body(), read.body().encode(), read.signature()).encoded());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void eachCertificateIsSignedByTheOneBeforeIt(String file) throws Exception {
    JsonNode example = example(file);
    CvPublicKey root = certificate(example, "CVCA").body().publicKey();
    CvCertificate dv = certificate(example, "DV");
    CvPublicKey dvKey = dv.body().publicKey().inherit(root);
    certificate(example, "CVCA").verify(root);
    dv.verify(root);
    certificate(example, "terminal").verify(dvKey);
    assertThrows(
        SignatureCheckException.class, () -> certificate(example, "terminal").verify(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void theTerminalsSignatureIsOverTheThreeParts(String file) throws Exception {
    JsonNode example = example(file);
    Bytes message =
        Bytes.concat(
            hex(example.get("ID_PICC")),
            hex(example.get("r_PICC")),
            hex(example.get("Comp_PK_PCD")));
    assertEquals(hex(example.get("signed_message")), message);
    CvPublicKey terminal = terminalKey(example);
    terminal.verify(message, hex(example.get("s_PCD")));
    assertThrows(
        SignatureCheckException.class,
        () -> terminal.verify(message.from(1), hex(example.get("s_PCD"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void theTerminalsKeyMakesSuchASignature(String file) throws Exception {
    JsonNode example = example(file);
    Pkcs8TerminalKey key = key(example);
    CvPublicKey terminal = terminalKey(example);
    Bytes message = hex(example.get("signed_message"));
    assertTrue(key.fits(terminal));
    Bytes signature = key.sign(terminal.algorithm(), message);
    assertDoesNotThrow(() -> terminal.verify(message, signature));
    if (file.equals(RSA)) {
      assertEquals(hex(example.get("s_PCD")), signature, "RSASSA-PKCS1-v1_5 is deterministic");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ECDSA, RSA})
  void theChainIsFoundInTheHeapFromTheAuthorityOfTheCard(String file) throws Exception {
    JsonNode example = example(file);
    List<CvCertificate> heap =
        List.of(
            certificate(example, "terminal"),
            certificate(example, "CVCA"),
            certificate(example, "DV"));
    List<TerminalChain> chains =
        TerminalChains.find(
            new TerminalCredentials(heap, key(example)),
            List.of(certificate(example, "CVCA").holder()),
            LocalDate.of(2010, 10, 1));
    assertEquals(1, chains.size());
    assertEquals(List.of("DETESTDVDE019", "DETESTATDE019"), chains.get(0).holderReferences());
  }

  private static CvPublicKey terminalKey(JsonNode example) throws MalformedInputException {
    return certificate(example, "terminal")
        .body()
        .publicKey()
        .inherit(certificate(example, "CVCA").body().publicKey());
  }

  private static Pkcs8TerminalKey key(JsonNode example) throws MalformedInputException {
    return Pkcs8TerminalKey.parse(hex(example.get("SK_PCD_PKCS8")).toByteArray());
  }

  private static CvCertificate certificate(JsonNode example, String holder)
      throws MalformedInputException {
    return CvCertificate.parse(holder, hex(example.at("/certificates/" + holder + "/certificate")));
  }

  private static Bytes authorisation(HolderAuthorisation authorisation) {
    return Bytes.concat(
        CvOids.write(authorisation.oid()), CvTag.DISCRETIONARY_DATA.around(authorisation.bits()));
  }

  private static String oid(CvCertificate certificate) {
    return CvOids.write(certificate.body().publicKey().algorithm().oid())
        .from(2)
        .toHex()
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static LocalDate date(JsonNode value) {
    return LocalDate.parse(value.asText(), DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static Bytes hex(JsonNode value) {
    return Bytes.ofHex(value.asText());
  }

  private static JsonNode example(String file) throws IOException {
    return SharedData.json("icao-9303-11/" + file);
  }
}
