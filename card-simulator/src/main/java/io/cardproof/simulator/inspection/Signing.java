package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.Sequences.with;

import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * How an issuer signs.
 *
 * @param csca how the country signer does
 * @param signer how the document signer does
 * @param fileHash of the files
 * @param digest of the LDSSecurityObject
 */
record Signing(SignatureAlgorithm csca, SignatureAlgorithm signer, Hash fileHash, Hash digest)
    implements IssuingFault {
  private static final int SIGNATURE_ALGORITHM = 4;

  /** RSASSA-PSS throughout. */
  static Signing pss(Hash hash) {
    return new Signing(pssCsca(hash), pssSigner(hash), hash, hash);
  }

  /** RSASSA-PKCS1-v1_5 throughout. */
  static Signing pkcs1(Hash hash) {
    return new Signing(
        SignatureAlgorithm.rsaPkcs1(TestKeys.rsa3072(), hash), pkcs1Signer(hash), hash, hash);
  }

  /** DSA throughout. */
  static Signing dsa(Hash hash) {
    return new Signing(
        SignatureAlgorithm.dsa(3072, hash), SignatureAlgorithm.dsa(2048, hash), hash, hash);
  }

  /** ECDSA throughout, signatures in DER. */
  static Signing ecdsa(StandardGroup csca, StandardGroup signer, Hash hash) {
    return new Signing(
        SignatureAlgorithm.ecdsa(csca, hash), SignatureAlgorithm.ecdsa(signer, hash), hash, hash);
  }

  /** ECDSA throughout, signatures side by side. */
  static Signing ecdsaPlain(StandardGroup csca, StandardGroup signer, Hash hash) {
    return new Signing(
        SignatureAlgorithm.ecdsaPlain(csca, hash),
        SignatureAlgorithm.ecdsaPlain(signer, hash),
        hash,
        hash);
  }

  static SignatureAlgorithm pssCsca(Hash hash) {
    return SignatureAlgorithm.rsaPss(TestKeys.rsa3072(), hash);
  }

  static SignatureAlgorithm pssSigner(Hash hash) {
    return SignatureAlgorithm.rsaPss(TestKeys.rsa2048(), hash);
  }

  static SignatureAlgorithm pkcs1Signer(Hash hash) {
    return SignatureAlgorithm.rsaPkcs1(TestKeys.rsa2048(), hash);
  }

  @Override
  public IssuerProfile profile(IssuerProfile usual) {
    return usual.signing(csca, signer).hashing(fileHash, digest);
  }

  /** The same, the signer's certificate left out of EF.SOD. */
  IssuingFault withoutCertificate() {
    Signing signing = this;
    return new IssuingFault() {
      @Override
      public IssuerProfile profile(IssuerProfile usual) {
        return signing.profile(usual);
      }

      @Override
      public List<ASN1Sequence> certificates(ASN1Sequence usual) {
        return List.of();
      }
    };
  }

  /** The same, its SignerInfo with the identifier of the key in the place of the signature's. */
  IssuingFault namingTheKey() {
    Signing signing = this;
    return new IssuingFault() {
      @Override
      public IssuerProfile profile(IssuerProfile usual) {
        return signing.profile(usual);
      }

      @Override
      public ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
        return with(
            usual,
            SIGNATURE_ALGORITHM,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
      }
    };
  }
}
