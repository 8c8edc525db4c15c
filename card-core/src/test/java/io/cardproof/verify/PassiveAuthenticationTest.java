package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.SignedFile;
import io.cardproof.document.SignerInfo;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TestPki;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Its steps one by one, over a security object of files that nobody looks at. */
class PassiveAuthenticationTest {
  private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");
  private static final ASN1ObjectIdentifier LDS = new ASN1ObjectIdentifier("2.23.136.1.1.1");

  private final KeyPair keys;
  private final CertificateView signer;
  private final TrustStore trust;
  private final Findings findings = new Findings();

  PassiveAuthenticationTest() throws Exception {
    TestPki country = TestPki.named("CN=TEST Country");
    keys = TestPki.newKeys();
    signer = country.signer(keys);
    trust = TrustStore.builder().addCertificate(country.csca(), "test").build();
  }

  @Test
  void aSignatureOverTheContentAloneIsARemark() throws Exception {
    SecurityObject sod = sod();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(sod.content().toByteArray());
    SignerInfo bare = sod.signer();
    judge(
        Policy.COUNTER,
        holding(
            sod,
            sod.content(),
            List.of(
                new SignerInfo(
                    bare.reference(),
                    bare.certificate(),
                    bare.digestAlgorithm(),
                    bare.signatureAlgorithm(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Bytes.of(signature.sign())))));
    assertEquals(Status.PASSED, status(CheckId.SIGNATURE));
    assertTrue(remarks().contains("signed-attributes-missing"));
  }

  @Test
  void aSignatureOverAttributesIsNone() throws Exception {
    judge(Policy.COUNTER, sod());
    assertEquals(
        List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED),
        findings.checks().stream().map(Check::status).toList());
    assertFalse(remarks().contains("signed-attributes-missing"));
  }

  /** The list of hashes is by SHA-512, the signature over SHA-256, on P-256. */
  @ParameterizedTest
  @CsvSource({
    "sha-512, algorithm-too-weak",
    "sha-256, algorithm-too-weak",
    "ecdsa,   algorithm-too-weak",
    "sha-1,   ''"
  })
  void thePolicyDecidesWhatIsStrongEnoughForTheSignatureAndForTheHashes(String weak, String reason)
      throws Exception {
    Policy policy = Policy.of("counter," + weak + "-until=2025-12-31").orElseThrow();
    judge(policy, sod());
    assertEquals(reason, check(CheckId.SIGNATURE).reason().map(Reason::id).orElse(""));
  }

  @Test
  void whatWasSignedInTimeStaysGood() throws Exception {
    judge(Policy.of("counter,sha-512-until=2026-01-02").orElseThrow(), sod());
    assertEquals(Status.PASSED, status(CheckId.SIGNATURE));
  }

  @Test
  void anotherContentIsNotSigned() throws Exception {
    SecurityObject sod = sod();
    judge(
        Policy.COUNTER,
        holding(sod, sod.content().slice(1, sod.content().length()), sod.signers()));
    assertEquals(Optional.of(Reason.MESSAGE_DIGEST_MISMATCH), check(CheckId.SIGNATURE).reason());
  }

  @Test
  void aCertificateThatIsNoneIsOfAMalformedFile() throws Exception {
    SecurityObject sod = sod();
    List<SignerInfo> signers = new ArrayList<>();
    for (SignerInfo each : sod.signers()) {
      signers.add(
          new SignerInfo(
              each.reference(),
              Optional.of(Bytes.ofHex("3003020101")),
              each.digestAlgorithm(),
              each.signatureAlgorithm(),
              each.signedAttributes(),
              each.messageDigest(),
              each.signingTime(),
              each.signature()));
    }
    SecurityObject other = holding(sod, sod.content(), signers);
    assertEquals(Optional.empty(), passive(Policy.COUNTER).signer(other));
    assertEquals(Status.FAILED, status(CheckId.SIGNATURE));
    assertEquals(Optional.of(Reason.SECURITY_OBJECT_MALFORMED), check(CheckId.SIGNATURE).reason());
  }

  @Test
  void ofTheDefectsOfASignerThoseThatAPolicyDecidesAreLeftToItForTheSecurityObjectAlone()
      throws Exception {
    // Issuer and subject without a country.
    SecurityObject sod = sod();
    judge(Policy.COUNTER, sod);
    assertEquals("", signerProfile());
    assertTrue(remarks().contains("csca-profile"));
    CardSecurity same =
        new CardSecurity(
            sod.raw(),
            sod.content(),
            SecurityInfos.parse(Bytes.ofHex("3100")),
            sod.certificates(),
            sod.signers(),
            List.of());
    judge(Policy.COUNTER, same);
    assertEquals("no country in the issuer's name", signerProfile());
  }

  @Test
  void whatIsOddInTheEncodingIsSaid() throws Exception {
    ASN1ObjectIdentifier older = new ASN1ObjectIdentifier("1.2.528.1.1006.1.20.1");
    Evidence evidence =
        Tampered.with(
            Captures.of("cccd-2021").evidence(),
            List.of(EvidenceFile.read(FileId.SOD, file(older))));
    assertTrue(passive(Policy.COUNTER).securityObject(evidence).isPresent());
    assertEquals(List.of("security-object-encoding"), remarks());
  }

  private PassiveAuthentication passive(Policy policy) {
    SignerCache signers = new SignerCache(trust, new SignatureAlgorithms(), policy.algorithms(), 4);
    return new PassiveAuthentication(signers, policy, findings);
  }

  private void judge(Policy policy, SignedFile file) {
    PassiveAuthentication passive = passive(policy);
    passive.judge(file, passive.signer(file).orElseThrow(), SIGNED, SIGNED.plusSeconds(1));
  }

  private Status status(CheckId id) {
    return check(id).status();
  }

  private Check check(CheckId id) {
    return Judged.check(findings, id);
  }

  private List<String> remarks() {
    return findings.remarks().stream().map(Remark::id).toList();
  }

  private String signerProfile() {
    return findings.remarks().stream()
        .filter(remark -> remark.id().equals("signer-profile"))
        .map(Remark::detail)
        .findFirst()
        .orElse("");
  }

  private static SecurityObject holding(
      SecurityObject sod, Bytes content, List<SignerInfo> signers) {
    return new SecurityObject(
        sod.raw(),
        sod.ldsVersion(),
        sod.contentOid(),
        content,
        sod.digestOid(),
        sod.hashes(),
        sod.certificates(),
        signers,
        sod.remarks());
  }

  private SecurityObject sod() throws Exception {
    return SecurityObject.parse(file(LDS));
  }

  private Bytes file(ASN1ObjectIdentifier contentType) throws Exception {
    DataGroupHash[] hashes = {
      new DataGroupHash(1, new DEROctetString(new byte[64])),
      new DataGroupHash(2, new DEROctetString(new byte[64]))
    };
    byte[] content =
        new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512), hashes)
            .getEncoded();
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()),
                certificate()));
    generator.addCertificate(certificate());
    byte[] cms =
        generator
            .generate(new CMSProcessableByteArray(contentType, content), true)
            .getEncoded(ASN1Encoding.DER);
    return Bytes.of(
        new DERTaggedObject(true, BERTags.APPLICATION, 23, ASN1Primitive.fromByteArray(cms))
            .getEncoded());
  }

  private X509CertificateHolder certificate() {
    return new X509CertificateHolder(Certificate.getInstance(signer.der().toByteArray()));
  }
}
