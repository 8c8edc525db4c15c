package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.Sequences.at;
import static io.cardproof.simulator.inspection.Sequences.with;
import static io.cardproof.simulator.inspection.Sequences.without;

import io.cardproof.simulator.issuer.IssuingFault;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;

/** The chips of the unit {@code sod} whose document signer has an odd certificate. */
final class SignerCertificates {
  // The places in a TBSCertificate that has a version, RFC 5280 §4.1.
  private static final int VERSION = 0;
  private static final int SERIAL_NUMBER = 1;
  private static final int ALGORITHM = 2;
  private static final int ISSUER = 3;
  private static final int VALIDITY = 4;
  private static final int KEY = 6;
  private static final int OUTER_ALGORITHM = 1;
  private static final int SIGNATURE = 2;

  private final Map<String, CaseFault> faults = new HashMap<>();

  private SignerCertificates() {}

  static Map<String, CaseFault> faults() {
    SignerCertificates cases = new SignerCertificates();
    cases.bodies();
    cases.issuers();
    cases.extensions();
    cases.outsides();
    return cases.faults;
  }

  private void bodies() {
    faults.put(
        "LDS_H_48",
        body(body -> with(body, VERSION, new DERTaggedObject(true, 0, new ASN1Integer(0)))));
    faults.put("LDS_H_49", body(body -> without(body, VERSION)));
    faults.put("LDS_H_50", body(body -> without(body, SERIAL_NUMBER)));
    faults.put("LDS_H_51", body(body -> with(body, ALGORITHM, Md5Signature.WITH_RSA)));
    faults.put("LDS_H_52", body(body -> without(body, ALGORITHM)));
    faults.put("LDS_H_56", body(body -> with(body, VALIDITY, inLongYears(at(body, VALIDITY)))));
    faults.put("LDS_H_57", body(body -> without(body, VALIDITY)));
    faults.put(
        "LDS_H_58", body(body -> with(body, KEY, with(at(body, KEY), 0, Md5Signature.WITH_RSA))));
    faults.put("LDS_H_59", body(body -> without(body, KEY)));
  }

  private void issuers() {
    faults.put("LDS_H_53", CaseFault.issuing(new OtherIssuer("O=Cardproof TEST,CN=CSCA TEST")));
    faults.put(
        "LDS_H_54",
        CaseFault.issuing(new OtherIssuer("C=UT,O=Cardproof TEST,CN=CSCA Nobody TEST")));
    faults.put("LDS_H_55", body(body -> without(body, ISSUER)));
  }

  private void extensions() {
    faults.put("LDS_H_60", body(SignerExtensions::authorityWithoutKeyIdentifier));
    faults.put("LDS_H_61", body(SignerExtensions::withoutAuthority));
    faults.put("LDS_H_62", body(SignerExtensions::usageNotCritical));
    faults.put("LDS_H_63", body(SignerExtensions::usageWithoutSignatures));
    faults.put("LDS_H_64", body(SignerExtensions::withoutUsage));
  }

  private void outsides() {
    faults.put("LDS_H_66", certificate(whole -> without(whole, OUTER_ALGORITHM)));
    faults.put("LDS_H_67", certificate(SignerCertificates::wrongSignature));
    faults.put("LDS_H_68", certificate(whole -> without(whole, SIGNATURE)));
  }

  private static CaseFault body(UnaryOperator<ASN1Sequence> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence certificateBody(ASN1Sequence usual) {
            return change.apply(usual);
          }
        });
  }

  private static CaseFault certificate(UnaryOperator<ASN1Sequence> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence certificate(ASN1Sequence usual) {
            return change.apply(usual);
          }
        });
  }

  /** GeneralizedTime for years that UTCTime is for. */
  private static ASN1Sequence inLongYears(ASN1Sequence validity) {
    return new DERSequence(
        new ASN1GeneralizedTime[] {inLongYears(validity, 0), inLongYears(validity, 1)});
  }

  private static ASN1GeneralizedTime inLongYears(ASN1Sequence validity, int index) {
    try {
      return new DERGeneralizedTime(
          ASN1UTCTime.getInstance(validity.getObjectAt(index)).getAdjustedDate());
    } catch (ParseException e) {
      throw new IllegalArgumentException("the case needs a signer that ends before 2050", e);
    }
  }

  private static ASN1Sequence wrongSignature(ASN1Sequence certificate) {
    byte[] signature =
        ASN1BitString.getInstance(certificate.getObjectAt(SIGNATURE)).getOctets().clone();
    signature[signature.length - 1] ^= (byte) 0xFF;
    return with(certificate, SIGNATURE, new DERBitString(signature));
  }

  /** A certificate under another issuer's name, and a SignerInfo that agrees with it. */
  private record OtherIssuer(String name) implements IssuingFault {
    @Override
    public ASN1Sequence certificateBody(ASN1Sequence usual) {
      return with(usual, ISSUER, new X500Name(name));
    }

    @Override
    public ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
      return with(
          usual,
          1,
          new IssuerAndSerialNumber(new X500Name(name), signer.getSerialNumber().getValue()));
    }
  }
}
