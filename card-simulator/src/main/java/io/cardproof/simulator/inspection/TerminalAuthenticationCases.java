package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.CertificateSet.usual;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.issuer.TerminalRealm;
import io.cardproof.simulator.issuer.Tlv;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code terminal-authentication}, TR-03110-1 §3.5. */
final class TerminalAuthenticationCases {
  private static final int GET_CHALLENGE = 0x84;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int AUTHENTICATION_FAILED = 0x6300;
  private static final int OTHER_FILE = 0x011F;
  private static final int OTHER_SHORT_IDENTIFIER = 0x19;
  private static final Set<TerminalRight> FINGERS = Set.of(TerminalRight.READ_DG3);
  private static final Set<TerminalRight> IRISES = Set.of(TerminalRight.READ_DG4);

  private TerminalAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    addAlgorithms(faults);
    addAuthorities(faults);
    addProtocol(faults);
    addCertificates(faults);
    addDocuments(faults);
    return faults;
  }

  private static void addAlgorithms(Map<String, CaseFault> faults) {
    faults.put("ISO7816_E_01", of(3, TerminalAlgorithm.RSA_SHA1));
    faults.put("ISO7816_E_02", of(4, TerminalAlgorithm.RSA_SHA256));
    faults.put("ISO7816_E_03", of(5, TerminalAlgorithm.RSA_PSS_SHA1));
    faults.put("ISO7816_E_04", of(6, TerminalAlgorithm.RSA_PSS_SHA256));
    faults.put("ISO7816_E_05", of(7, TerminalAlgorithm.ECDSA_SHA1));
    faults.put("ISO7816_E_06", of(8, TerminalAlgorithm.ECDSA_SHA224));
    faults.put("ISO7816_E_07", of(1, TerminalAlgorithm.ECDSA_SHA256));
    faults.put("ISO7816_E_35", of(9, TerminalAlgorithm.RSA_SHA512));
    faults.put("ISO7816_E_36", of(10, TerminalAlgorithm.RSA_PSS_SHA512));
    faults.put("ISO7816_E_37", of(11, TerminalAlgorithm.ECDSA_SHA384));
    faults.put("ISO7816_E_38", of(12, TerminalAlgorithm.ECDSA_SHA512));
  }

  private static TerminalFault of(int number, TerminalAlgorithm algorithm) {
    return new TerminalFault(CertificateSet.of(number, algorithm)::realm);
  }

  private static void addAuthorities(Map<String, CaseFault> faults) {
    faults.put("ISO7816_E_08", CvcaCases.reading(CvcaCases.row(CertificateSet.name("CVCA", 2))));
    faults.put("ISO7816_E_09", CvcaCases.reading(CvcaCases.row("")));
    faults.put(
        "ISO7816_E_10", CvcaCases.reading(CvcaCases.row("DECV00001", "DECV00002", "DECV00003")));
    faults.put("ISO7816_E_22", usualWith(place(file(OTHER_FILE))));
    faults.put(
        "ISO7816_E_23",
        usualWith(
            place(
                file(Document.CVCA),
                new DEROctetString(new byte[] {(byte) OTHER_SHORT_IDENTIFIER}))));
    faults.put("ISO7816_E_32", new TerminalFault(LinkedSet::once));
    faults.put("ISO7816_E_33", new TerminalFault(LinkedSet::twice));
    faults.put("ISO7816_E_34", new TerminalFault(LinkedSet::known));
  }

  private static TerminalFault usualWith(CaseFault other) {
    return new TerminalFault(usual()::realm).with(other);
  }

  /** TerminalAuthenticationInfo with a place for EF.CVCA. */
  private static CaseFault place(ASN1Encodable... names) {
    SecurityInfoSets.Change change =
        SecurityInfoSets.each(
            SecurityInfoSets.TERMINAL_AUTHENTICATION,
            info -> Sequences.and(info, new DERSequence(names)));
    return CaseFault.unsigned(document -> SecurityInfoSets.inDg14(document, change));
  }

  private static DEROctetString file(int fid) {
    return new DEROctetString(new byte[] {(byte) (fid >> 8), (byte) fid});
  }

  private static void addProtocol(Map<String, CaseFault> faults) {
    // A chip that goes by another identifier of its own refuses the signature.
    faults.put("ISO7816_E_11", usualWith(CaseFault.interference(new SignatureRefused())));
    faults.put("ISO7816_E_12", usualWith(CaseFault.interference(new ChallengeOf(7))));
    faults.put("ISO7816_E_13", usualWith(CaseFault.interference(new ChallengeOf(9))));
  }

  private static void addCertificates(Map<String, CaseFault> faults) {
    faults.put("ISO7816_E_14", set(usual().granting(IRISES)));
    faults.put("ISO7816_E_15", set(usual().granting(FINGERS)));
    faults.put("ISO7816_E_16", set(usual().granting(Set.of())));
    faults.put("ISO7816_E_17", set(usual()).holding(held -> damaged(held, 0)));
    faults.put("ISO7816_E_18", set(usual()).holding(held -> damaged(held, 1)));
    faults.put("ISO7816_E_19", set(usual().withExpiredTerminal()));
    faults.put("ISO7816_E_20", set(usual().withExpiredVerifier()));
    faults.put("ISO7816_E_21", set(usual().withExpiredTerminal()));
    faults.put("ISO7816_E_24", set(usual()).holding(held -> List.of()));
    faults.put("ISO7816_E_25", new TerminalFault(TerminalAuthenticationCases::withOthers));
  }

  private static TerminalFault set(CertificateSet set) {
    return new TerminalFault(set::realm);
  }

  private static List<byte[]> damaged(List<byte[]> certificates, int index) {
    List<byte[]> changed = new ArrayList<>(certificates);
    byte[] certificate = changed.get(index).clone();
    certificate[certificate.length - 1] ^= 0x01;
    changed.set(index, certificate);
    return changed;
  }

  private static TerminalRealm withOthers(LocalDate today) {
    TerminalRealm fitting = usual().realm(today);
    List<byte[]> heap = new ArrayList<>();
    heap.addAll(CertificateSet.of(2, TerminalAlgorithm.ECDSA_SHA256).realm(today).certificates());
    heap.addAll(fitting.certificates());
    heap.addAll(CertificateSet.of(7, TerminalAlgorithm.ECDSA_SHA1).realm(today).certificates());
    return fitting.withCertificates(heap);
  }

  private static void addDocuments(Map<String, CaseFault> faults) {
    faults.put(
        "ISO7816_E_26", usualWith(CaseFault.unsigned(TerminalAuthenticationCases::withDetails)));
    faults.put(
        "ISO7816_E_27", of(3, TerminalAlgorithm.RSA_SHA1).on(TerminalAuthenticationCases::modular));
    faults.put("ISO7816_E_28", set(usual()));
    faults.put("ISO7816_E_29", set(usual().granting(FINGERS)).with(without(4)));
    faults.put("ISO7816_E_30", set(usual().granting(IRISES)).with(without(3)));
    faults.put("ISO7816_E_31", usualWith(new WithoutBasicAccess()));
  }

  private static PersonaBuilder modular() {
    return Carrier.eac(
        ChipAuthenticationVariant.of(StandardGroup.MODP_2048_256, SessionCipher.TRIPLE_DES));
  }

  private static CaseFault without(int dataGroup) {
    return CaseFault.unsigned(
        document -> document.toBuilder().withoutFile(Document.DG_BASE + dataGroup).build());
  }

  /** DG11 and DG12 behind the right to fingers, which is unusual and allowed. */
  private static Document withDetails(Document document) {
    byte[] name = Tlv.of(0x5F0E, "MUSTERMANN<<ERIKA".getBytes(US_ASCII));
    byte[] issued = Tlv.of(0x5F26, "20180115".getBytes(US_ASCII));
    return document.toBuilder()
        .dataGroup(11, Tlv.of(0x6B, Tlv.of(0x5C, new byte[] {0x5F, 0x0E}), name))
        .dataGroup(12, Tlv.of(0x6C, Tlv.of(0x5C, new byte[] {0x5F, 0x26}), issued))
        .guardedDataGroup(11, TerminalRight.READ_DG3)
        .guardedDataGroup(12, TerminalRight.READ_DG3)
        .build();
  }

  /** The chip opens by PACE alone, so that its key of PACE is what the terminal signs. */
  private static final class WithoutBasicAccess implements CaseFault {
    @Override
    public void chip(ChipImage.Builder chip, Document document) {
      chip.bac(false);
    }
  }

  /** The terminal's signature is refused. */
  private static final class SignatureRefused implements Interference {
    @Override
    public Optional<Answer> instead(Exchange exchange) {
      return exchange.ins() == EXTERNAL_AUTHENTICATE
              && exchange.phase() == Phase.CHIP_AUTHENTICATION
          ? Optional.of(Answer.status(AUTHENTICATION_FAILED))
          : Optional.empty();
    }
  }

  /** The challenge for the terminal has another length. */
  private static final class ChallengeOf implements Interference {
    private final int length;

    ChallengeOf(int length) {
      this.length = length;
    }

    @Override
    public Answer plain(Exchange exchange, Answer answer) {
      return exchange.ins() == GET_CHALLENGE && exchange.isProtected()
          ? answer.withData(Arrays.copyOf(answer.data(), length))
          : answer;
    }
  }
}
