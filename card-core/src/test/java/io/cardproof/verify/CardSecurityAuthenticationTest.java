package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.FileId;
import io.cardproof.document.Tlv;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.Test;

class CardSecurityAuthenticationTest {
  private static final ASN1ObjectIdentifier SECURITY_OBJECT =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  @Test
  void theSignedAttributesOfTheSecurityObjectAreNoSecurityInfos() throws Exception {
    Capture passport = Captures.of("passport");
    Bytes sod = passport.evidence().file(FileId.SOD).orElseThrow();
    List<EvidenceFile> files = new ArrayList<>(passport.evidence().files());
    files.removeIf(file -> file.id() == FileId.CARD_SECURITY);
    files.add(EvidenceFile.read(FileId.CARD_SECURITY, attributesAsContent(sod)));
    Evidence forged = Tampered.with(passport.evidence(), files);
    Report report =
        new Verifier(passport.trust(), Policy.COUNTER)
            .verify(forged, Expectation.none(), Captures.NOW);
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(
        Judged.notPassed(report)
            .contains("passive-authentication.card-security card-security-malformed"));
  }

  // The signature stays: it is over these very bytes.
  private static Bytes attributesAsContent(Bytes sod) throws Exception {
    byte[] cms = Tlv.template(FileId.SOD, sod).value().toByteArray();
    SignedData signed = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
    SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
    byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
    SignerInfo bare =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            (ASN1Set) null,
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            (ASN1Set) null);
    SignedData forged =
        new SignedData(
            signed.getDigestAlgorithms(),
            new ContentInfo(SECURITY_OBJECT, new DEROctetString(attributes)),
            signed.getCertificates(),
            null,
            new DERSet(bare));
    return Bytes.of(
        new ContentInfo(CMSObjectIdentifiers.signedData, forged).getEncoded(ASN1Encoding.DER));
  }
}
