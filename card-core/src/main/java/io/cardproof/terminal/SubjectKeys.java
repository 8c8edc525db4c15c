package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Keys of certificates as SubjectPublicKeyInfo, which is what signatures are verified with. */
final class SubjectKeys {
  private SubjectKeys() {}

  static Bytes write(CvPublicKey key) {
    try {
      SubjectPublicKeyInfo info =
          key instanceof CvPublicKey.Rsa rsa ? rsa(rsa) : ec((CvPublicKey.Ec) key);
      return Bytes.of(info.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  static CvPublicKey read(CvAlgorithm algorithm, Bytes spki) throws MalformedInputException {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toByteArray());
      return algorithm.elliptic() ? ec(algorithm, info) : rsa(algorithm, info);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new MalformedInputException("public key", "ASN.1 structure", "not of this algorithm");
    }
  }

  private static SubjectPublicKeyInfo rsa(CvPublicKey.Rsa key) throws IOException {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        new RSAPublicKey(key.modulus(), key.exponent()));
  }

  // Written part by part: nothing is computed with parameters that nobody has compared yet.
  private static SubjectPublicKeyInfo ec(CvPublicKey.Ec key) {
    ASN1Encodable parameters =
        key.curve().<ASN1Encodable>map(SubjectKeys::explicit).orElse(DERNull.INSTANCE);
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
        key.point().toByteArray());
  }

  private static ASN1Primitive explicit(CvCurve curve) {
    return sequence(
        new ASN1Integer(1),
        sequence(X9ObjectIdentifiers.prime_field, new ASN1Integer(curve.prime())),
        sequence(octets(CvCurve.unsigned(curve.a())), octets(CvCurve.unsigned(curve.b()))),
        octets(curve.generator()),
        new ASN1Integer(curve.order()),
        new ASN1Integer(curve.cofactor()));
  }

  private static CvPublicKey rsa(CvAlgorithm algorithm, SubjectPublicKeyInfo info)
      throws IOException {
    RSAPublicKey numbers = RSAPublicKey.getInstance(info.parsePublicKey());
    return new CvPublicKey.Rsa(algorithm, numbers.getModulus(), numbers.getPublicExponent());
  }

  private static CvPublicKey ec(CvAlgorithm algorithm, SubjectPublicKeyInfo info)
      throws IOException {
    if (!X9ObjectIdentifiers.id_ecPublicKey.equals(info.getAlgorithm().getAlgorithm())) {
      throw new IOException("not a key on an elliptic curve");
    }
    X962Parameters named = X962Parameters.getInstance(info.getAlgorithm().getParameters());
    X9ECParameters parameters =
        named.isNamedCurve()
            ? ECNamedCurveTable.getByOID((ASN1ObjectIdentifier) named.getParameters())
            : X9ECParameters.getInstance(named.getParameters());
    if (parameters == null) {
      throw new IOException("not a known curve");
    }
    return new CvPublicKey.Ec(
        algorithm,
        Optional.of(CvCurve.of(parameters)),
        Bytes.of(info.getPublicKeyData().getOctets()));
  }

  private static ASN1Primitive sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static ASN1Encodable octets(Bytes content) {
    return new DEROctetString(content.toByteArray());
  }
}
