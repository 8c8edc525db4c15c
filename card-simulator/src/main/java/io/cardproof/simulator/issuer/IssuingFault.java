package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Where a document signer's work can go wrong: each method sees one structure as it should be and
 * gives the one to use. What is signed over a structure is signed over the one given back.
 */
public interface IssuingFault {

  /** An issuer without fault. */
  static IssuingFault none() {
    return new IssuingFault() {};
  }

  /** Who issues, and how both parties sign. */
  default IssuerProfile profile(IssuerProfile usual) {
    return usual;
  }

  /** The signer's TBSCertificate, before the CSCA signs it. */
  default ASN1Sequence certificateBody(ASN1Sequence usual) {
    return usual;
  }

  /** The signer's certificate, signed. */
  default ASN1Sequence certificate(ASN1Sequence usual) {
    return usual;
  }

  /**
   * The LDSSecurityObject, before it is signed.
   *
   * @param dataGroups data group number to the whole file
   */
  default ASN1Sequence securityObject(ASN1Sequence usual, Map<Integer, byte[]> dataGroups) {
    return usual;
  }

  /**
   * The signed attributes, before they are signed.
   *
   * @param content what they speak of, the encoded LDSSecurityObject
   */
  default ASN1Set signedAttributes(ASN1Set usual, byte[] content) {
    return usual;
  }

  /**
   * The SignerInfo, signature included.
   *
   * @param signer its certificate as it would be without fault
   */
  default ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
    return usual;
  }

  /** The certificates that go beside the SignerInfo. */
  default List<ASN1Sequence> certificates(ASN1Sequence usual) {
    return List.of(usual);
  }

  /** The SignedData around content, certificate and SignerInfo. */
  default ASN1Sequence signedData(ASN1Sequence usual) {
    return usual;
  }

  /** The whole EF.SOD. */
  default byte[] file(byte[] usual) {
    return usual;
  }

  /**
   * The serial numbers that the CSCA revokes.
   *
   * @param signer the serial number of the document signer
   */
  default List<BigInteger> revoked(BigInteger signer) {
    return List.of();
  }
}
