package io.cardproof.simulator.issuer;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Public keys for key agreement and ECDSA as they stand in files and certificates. */
public final class PublicKeys {
  private static final ASN1ObjectIdentifier STANDARDISED =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");

  private PublicKeys() {}

  /**
   * SubjectPublicKeyInfo of an EC or Diffie-Hellman key.
   *
   * @throws IllegalArgumentException if the key has no such form
   */
  public static SubjectPublicKeyInfo of(AsymmetricKeyParameter key, KeyForm form) {
    if (key instanceof ECPublicKeyParameters ec) {
      return new SubjectPublicKeyInfo(
          algorithm(ec.getParameters(), form), ec.getQ().getEncoded(false));
    }
    if (key instanceof DHPublicKeyParameters dh) {
      byte[] value = SigningKey.der(new ASN1Integer(dh.getY()));
      return new SubjectPublicKeyInfo(algorithm(dh.getParameters(), form), value);
    }
    throw new IllegalArgumentException("neither an EC nor a Diffie-Hellman key");
  }

  /** The same, DER. */
  public static byte[] encoded(AsymmetricKeyParameter key, KeyForm form) {
    return SigningKey.der(of(key, form));
  }

  /** DER of an AlgorithmIdentifier. */
  public static byte[] encoded(AlgorithmIdentifier algorithm) {
    return SigningKey.der(algorithm);
  }

  /** The AlgorithmIdentifier that describes a group. */
  public static AlgorithmIdentifier algorithm(StandardGroup group, KeyForm form) {
    return group.isCurve() ? algorithm(group.curve(), form) : algorithm(group.residues(), form);
  }

  private static AlgorithmIdentifier algorithm(ECDomainParameters domain, KeyForm form) {
    return switch (form) {
      case EXPLICIT -> elliptic(new X962Parameters(explicit(domain)));
      case NAMED -> elliptic(new X962Parameters(name(domain)));
      case STANDARDISED ->
          standardised(
              Arrays.stream(StandardGroup.values())
                  .filter(group -> group.isThat(domain))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("not a standardised curve")));
      case X942 -> throw new IllegalArgumentException("X9.42 is for Diffie-Hellman");
    };
  }

  private static AlgorithmIdentifier algorithm(DHParameters domain, KeyForm form) {
    return switch (form) {
      case EXPLICIT ->
          new AlgorithmIdentifier(
              PKCSObjectIdentifiers.dhKeyAgreement,
              new DHParameter(domain.getP(), domain.getG(), domain.getL()));
      case X942 ->
          new AlgorithmIdentifier(
              X9ObjectIdentifiers.dhpublicnumber,
              new DomainParameters(domain.getP(), domain.getG(), domain.getQ(), null, null));
      case STANDARDISED ->
          standardised(
              Arrays.stream(StandardGroup.values())
                  .filter(group -> group.isThat(domain))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("not a standardised group")));
      case NAMED -> throw new IllegalArgumentException("Diffie-Hellman groups have no names");
    };
  }

  private static AlgorithmIdentifier standardised(StandardGroup group) {
    return new AlgorithmIdentifier(STANDARDISED, new ASN1Integer(group.parameterId()));
  }

  private static AlgorithmIdentifier elliptic(ASN1Encodable parameters) {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters);
  }

  private static X9ECParameters explicit(ECDomainParameters domain) {
    return new X9ECParameters(
        domain.getCurve(), new X9ECPoint(domain.getG(), false), domain.getN(), domain.getH());
  }

  private static ASN1ObjectIdentifier name(ECDomainParameters domain) {
    if (domain instanceof ECNamedDomainParameters named) {
      return named.getName();
    }
    throw new IllegalArgumentException("this curve has no name");
  }
}
