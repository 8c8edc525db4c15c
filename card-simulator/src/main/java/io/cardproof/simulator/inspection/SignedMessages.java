package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.Sequences.at;
import static io.cardproof.simulator.inspection.Sequences.with;
import static io.cardproof.simulator.inspection.Sequences.without;

import io.cardproof.simulator.issuer.IssuingFault;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The chips of the unit {@code sod} whose SignedData or SignerInfo is not as RFC 5652 says. */
final class SignedMessages {
  private static final int SID = 1;
  private static final int DIGEST = 2;
  private static final int SIGNATURE = 5;
  private static final int CONTENT = 2;
  private static final ASN1ObjectIdentifier OTHER_CONTENT =
      new ASN1ObjectIdentifier("2.23.136.1.1.2");

  private final Map<String, CaseFault> faults = new HashMap<>();

  private SignedMessages() {}

  static Map<String, CaseFault> faults() {
    SignedMessages cases = new SignedMessages();
    cases.signedData();
    cases.signerInfo();
    cases.signerNames();
    return cases.faults;
  }

  private void signedData() {
    faults.put("LDS_H_20", data(data -> with(data, 0, new ASN1Integer(1))));
    faults.put("LDS_H_21", data(data -> without(data, 0)));
    faults.put("LDS_H_22", data(data -> with(data, 1, new DERSet(Md5Signature.MD5))));
    faults.put("LDS_H_23", data(data -> without(data, 1)));
    faults.put("LDS_H_24", CaseFault.issuing(new OtherContent()));
    faults.put("LDS_H_25", data(data -> with(data, CONTENT, without(at(data, CONTENT), 0))));
  }

  private void signerInfo() {
    faults.put("LDS_H_26", info(info -> with(info, 0, new ASN1Integer(2))));
    faults.put("LDS_H_27", info(info -> without(info, 0)));
    faults.put("LDS_H_31", info(info -> without(info, DIGEST)));
    faults.put("LDS_H_37", info(SignedMessages::wrongSignature));
    faults.put("LDS_H_38", info(info -> without(info, SIGNATURE)));
  }

  private void signerNames() {
    faults.put("LDS_H_28", named(1, SignedMessages::otherSerialNumber));
    faults.put("LDS_H_29", named(3, (info, signer) -> keyIdentifier(new byte[20])));
    faults.put("LDS_H_84", info(info -> with(info, 0, new ASN1Integer(3))));
    faults.put("LDS_H_85", named(1, (info, signer) -> keyIdentifier(keyIdentifier(signer))));
  }

  private static CaseFault data(UnaryOperator<ASN1Sequence> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence signedData(ASN1Sequence usual) {
            return change.apply(usual);
          }
        });
  }

  private static CaseFault info(UnaryOperator<ASN1Sequence> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
            return change.apply(usual);
          }
        });
  }

  /** How a SignerInfo names its signer. */
  private interface Naming {
    ASN1Encodable sid(ASN1Sequence info, Certificate signer);
  }

  private static CaseFault named(int version, Naming naming) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
            ASN1Sequence named = with(usual, SID, naming.sid(usual, signer));
            return with(named, 0, new ASN1Integer(version));
          }
        });
  }

  private static ASN1Encodable otherSerialNumber(ASN1Sequence info, Certificate signer) {
    return new IssuerAndSerialNumber(
        signer.getIssuer(), signer.getSerialNumber().getValue().flipBit(0));
  }

  private static ASN1Encodable keyIdentifier(byte[] identifier) {
    return new DERTaggedObject(false, 0, new DEROctetString(identifier));
  }

  private static byte[] keyIdentifier(Certificate signer) {
    Extension extension =
        signer.getTBSCertificate().getExtensions().getExtension(Extension.subjectKeyIdentifier);
    return SubjectKeyIdentifier.getInstance(extension.getParsedValue()).getKeyIdentifier();
  }

  private static ASN1Sequence wrongSignature(ASN1Sequence info) {
    byte[] signature = ASN1OctetString.getInstance(info.getObjectAt(SIGNATURE)).getOctets().clone();
    signature[signature.length - 1] ^= (byte) 0xFF;
    return with(info, SIGNATURE, new DEROctetString(signature));
  }

  /** Signs content of another type, and says so wherever a type stands. */
  private static final class OtherContent implements IssuingFault {
    @Override
    public ASN1Set signedAttributes(ASN1Set usual, byte[] content) {
      return SignedAttributes.with(usual, SignedAttributes.CONTENT_TYPE, OTHER_CONTENT);
    }

    @Override
    public ASN1Sequence signedData(ASN1Sequence usual) {
      return with(usual, CONTENT, with(at(usual, CONTENT), 0, OTHER_CONTENT));
    }
  }
}
