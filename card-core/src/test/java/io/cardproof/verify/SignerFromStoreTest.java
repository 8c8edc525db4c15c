package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.Tlv;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 5652 §5.1 lets a file leave its signer's certificate out. What names it is not signed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignerFromStoreTest {
  private Captures.Capture citizen;
  private Certificate signer;
  private Captures.Capture other;

  /** How a file names its signer. */
  enum Naming {
    AS_ISSUED(SignerFromStoreTest::issuerAndSerial),
    ISSUER_REVERSED(signer -> named(signer, reversed(signer.getIssuer()))),
    ISSUER_IN_UTF8_AND_UPPER_CASE(signer -> named(signer, upperCase(signer.getIssuer()))),
    KEY_ID(SignerFromStoreTest::keyId);

    // Lambdas without state of their own.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Certificate, SignerIdentifier> identifier;

    Naming(Function<Certificate, SignerIdentifier> identifier) {
      this.identifier = identifier;
    }
  }

  @BeforeAll
  void capture() throws Exception {
    citizen = Captures.of("cccd-2021");
    other = Captures.of(12, "cccd-2021");
    signer = certificate(citizen.evidence());
  }

  @ParameterizedTest
  @EnumSource(Naming.class)
  void theStoreHasWhatTheFileLeavesOut(Naming naming) throws Exception {
    Evidence bare = with(naming, List.of());
    Report open = judged(bare, citizen.trust());
    assertTrue(
        Judged.notPassed(open)
            .contains("passive-authentication.signature signer-certificate-missing"));
    Report report = judged(bare, store(signer));
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(Judged.remarks(report).contains("signer-from-store"));
    assertEquals(Bytes.of(signer.getEncoded()), report.signer().orElseThrow().certificateDer());
  }

  @ParameterizedTest
  @EnumSource(Naming.class)
  void amongSeveralInTheFileTheNamedOneCounts(Naming naming) throws Exception {
    Certificate stranger = certificate(other.evidence());
    Report report = judged(with(naming, List.of(stranger, signer)), citizen.trust());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(!Judged.remarks(report).contains("signer-from-store"));
  }

  @Test
  void aSignerInTheStoreIsNotTrustedByThat() throws Exception {
    TrustStore strangers =
        TrustStore.builder()
            .allowTestAnchors()
            .addCertificate(Bytes.of(signer.getEncoded()), "signer")
            .build();
    Report report = judged(with(Naming.AS_ISSUED, List.of()), strangers);
    assertTrue(Judged.notPassed(report).contains("passive-authentication.chain csca-unknown"));
  }

  @Test
  void ofSeveralThatFitTheOneWhoseKeySignedCounts() throws Exception {
    // A file that names nobody, with one wrong certificate in it: the store's is not asked for.
    SignerIdentifier nobody = new SignerIdentifier(new DEROctetString(new byte[] {1, 2, 3}));
    Certificate stranger = certificate(other.evidence());
    Report wrong = judged(with(nobody, List.of(stranger)), store(signer));
    assertTrue(
        Judged.notPassed(wrong).contains("passive-authentication.signature signature-invalid"));
    // One that names the signer's key, and holds the wrong certificate.
    Report right = judged(with(Naming.KEY_ID, List.of(stranger)), store(signer));
    assertInstanceOf(Verdict.Authentic.class, right.verdict());
  }

  private TrustStore store(Certificate known) throws Exception {
    return TrustStore.builder()
        .allowTestAnchors()
        .add(citizen.trust())
        .addCertificate(Bytes.of(known.getEncoded()), "signer")
        .build();
  }

  private static Report judged(Evidence evidence, TrustStore trust) {
    return new Verifier(trust, Policy.COUNTER).verify(evidence, Expectation.none(), Captures.NOW);
  }

  private static Certificate certificate(Evidence evidence) throws Exception {
    Bytes sod = evidence.file(FileId.SOD).orElseThrow();
    return Certificate.getInstance(
        SecurityObject.parse(sod).signer().certificate().orElseThrow().toByteArray());
  }

  private Evidence with(Naming naming, List<Certificate> certificates) {
    return with(naming.identifier.apply(signer), certificates);
  }

  private Evidence with(SignerIdentifier identifier, List<Certificate> certificates) {
    return Tampered.withFile(
        citizen.evidence(), FileId.SOD, sod -> changed(sod, identifier, certificates));
  }

  private static Bytes changed(
      Bytes sod, SignerIdentifier identifier, List<Certificate> certificates) {
    try {
      byte[] cms = Tlv.template(FileId.SOD, sod).value().toByteArray();
      SignedData signed = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
      SignerInfo old = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
      SignerInfo named =
          new SignerInfo(
              identifier,
              old.getDigestAlgorithm(),
              old.getAuthenticatedAttributes(),
              old.getDigestEncryptionAlgorithm(),
              old.getEncryptedDigest(),
              (ASN1Set) null);
      SignedData data =
          new SignedData(
              signed.getDigestAlgorithms(),
              signed.getEncapContentInfo(),
              certificates.isEmpty() ? null : new DERSet(certificates.toArray(new Certificate[0])),
              null,
              new DERSet(named));
      byte[] value =
          new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
      return wrapped(value);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Bytes wrapped(byte[] value) {
    return Bytes.concat(
        Bytes.of(new byte[] {0x77, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length}),
        Bytes.of(value));
  }

  private static SignerIdentifier issuerAndSerial(Certificate signer) {
    return named(signer, signer.getIssuer());
  }

  private static SignerIdentifier named(Certificate signer, X500Name issuer) {
    return new SignerIdentifier(
        new IssuerAndSerialNumber(issuer, signer.getSerialNumber().getValue()));
  }

  private static SignerIdentifier keyId(Certificate signer) {
    Extension extension = signer.getExtensions().getExtension(Extension.subjectKeyIdentifier);
    return new SignerIdentifier(DEROctetString.getInstance(extension.getParsedValue()));
  }

  private static X500Name reversed(X500Name name) {
    List<RDN> parts = new ArrayList<>(Arrays.asList(name.getRDNs()));
    Collections.reverse(parts);
    return new X500Name(parts.toArray(new RDN[0]));
  }

  private static X500Name upperCase(X500Name name) {
    return new X500Name(
        Arrays.stream(name.getRDNs())
            .map(RDN::getFirst)
            .map(
                part ->
                    new RDN(
                        new AttributeTypeAndValue(
                            part.getType(),
                            new DERUTF8String(
                                part.getValue().toString().toUpperCase(Locale.ROOT)))))
            .toArray(RDN[]::new));
  }
}
