package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import io.cardproof.simulator.issuer.CvKey;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A terminal of an inspection system, and a document that it may open; one card, one channel. */
final class TestInspection {
  static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);
  static final Set<TerminalRight> ALL = EnumSet.allOf(TerminalRight.class);
  static final String READ_DG3 = "00B0830000";
  static final String READ_DG4 = "00B0840000";
  static final String READ_CVCA = "00B09C0000";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final ECDomainParameters CURVE = Curves.named("brainpoolP256r1");
  private static final BigInteger CHIP_KEY = BigInteger.valueOf(0x1234567);
  private static final BigInteger TERMINAL_KEY = BigInteger.valueOf(0x7654321);

  private final TestTerminal terminal;

  private TestInspection(VirtualCard card) {
    terminal = new TestTerminal(card);
  }

  static VirtualCard card(byte[]... trustPoints) {
    return new VirtualCard(
        ChipImage.builder()
            .mrzKey(TestTerminal.MRZ)
            .file(0x0103, new byte[] {3})
            .file(0x0104, new byte[] {4})
            .opensByTerminalRight(0x0103, TerminalRight.READ_DG3)
            .opensByTerminalRight(0x0104, TerminalRight.READ_DG4)
            .chipAuthentication(
                new ECPrivateKeyParameters(CHIP_KEY, CURVE), ChipAuthenticationKey.ECDH_AES_128)
            .terminalAuthentication(List.of(trustPoints), ISSUED)
            .build(),
        new SecureRandom());
  }

  /** After BAC only. */
  static TestInspection opened(VirtualCard card) throws CardRemovedException {
    TestInspection inspection = new TestInspection(card);
    inspection.terminal.openByBac();
    return inspection;
  }

  /** After BAC and Chip Authentication. */
  static TestInspection begun(VirtualCard card) throws CardRemovedException {
    TestInspection inspection = opened(card);
    inspection.authenticateChip();
    return inspection;
  }

  void authenticateChip() throws CardRemovedException {
    terminal.sendProtected("002241A40C800A04007F00070202030202");
    terminal.sendProtected("00860000457C438041" + HEX.formatHex(point()) + "00");
    byte[] secret = Curves.sharedSecret(CURVE.getG().multiply(CHIP_KEY).multiply(TERMINAL_KEY));
    CipherSuite suite = CipherSuite.AES_128;
    terminal.rekey(suite, suite.deriveKey(secret, 1), suite.deriveKey(secret, 2));
  }

  String send(String command) throws CardRemovedException {
    return terminal.sendProtected(command);
  }

  TestTerminal terminal() {
    return terminal;
  }

  String chooseIssuer(String reference) throws CardRemovedException {
    return choose("81B6", reference);
  }

  String chooseTerminal(String reference) throws CardRemovedException {
    return choose("81A4", reference);
  }

  /** MSE:Set DST and PSO:Verify Certificate. */
  String present(CvParty issuer, CvParty holder) throws CardRemovedException {
    String chosen = chooseIssuer(issuer.reference());
    return chosen.equals("9000") ? verify(holder.certificate()) : chosen;
  }

  /** PSO:Verify Certificate with what is inside 7F21. */
  String verify(byte[] certificate) throws CardRemovedException {
    try {
      byte[] content = DataObject.parseAll(certificate).get(0).value();
      return send(extended("002A00BE", content));
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }

  /** MSE:Set AT, GET CHALLENGE and EXTERNAL AUTHENTICATE by that terminal. */
  String authenticate(CvParty inspectionSystem) throws CardRemovedException {
    String chosen = chooseTerminal(inspectionSystem.reference());
    return chosen.equals("9000") ? sign(inspectionSystem.key()) : chosen;
  }

  String sign(CvKey key) throws CardRemovedException {
    byte[] challenge = HEX.parseHex(send("0084000008").substring(0, 16));
    byte[] document = TestTerminal.MRZ.substring(0, 10).getBytes(StandardCharsets.US_ASCII);
    byte[] compressed = Curves.sharedSecret(CURVE.getG().multiply(TERMINAL_KEY));
    byte[] signature = key.sign(Bytes.join(document, challenge, compressed));
    return send(extended("00820000", signature));
  }

  static CvSubject subject(
      String reference, TerminalRole role, Set<TerminalRight> rights, LocalDate from) {
    return new CvSubject(reference, role, rights, from, from.plusMonths(3));
  }

  static CvSubject subject(String reference, TerminalRole role) {
    return subject(reference, role, ALL, ISSUED);
  }

  static CvKey key() {
    return CvKey.ec(
        TerminalAlgorithm.ECDSA_SHA256,
        TeleTrusTObjectIdentifiers.brainpoolP256r1,
        new SecureRandom());
  }

  private String choose(String parameters, String reference) throws CardRemovedException {
    byte[] name = DataObject.encode(0x83, reference.getBytes(StandardCharsets.US_ASCII));
    return send(String.format("0022%s%02X%s", parameters, name.length, HEX.formatHex(name)));
  }

  private static String extended(String header, byte[] data) {
    return String.format("%s00%04X%s", header, data.length, HEX.formatHex(data));
  }

  private static byte[] point() {
    return Curves.encode(CURVE.getG().multiply(TERMINAL_KEY).normalize());
  }
}
