package io.cardproof.simulator.crypto;

import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The groups that chips use: the standardised ones, and those that a chip describes itself. */
public final class Groups {
  private static final ASN1ObjectIdentifier STANDARDISED =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");

  private static final Map<Integer, ModularGroup> MODULAR =
      Map.of(
          0, Rfc5114.MODP_1024_160,
          1, Rfc5114.MODP_2048_224,
          2, Rfc5114.MODP_2048_256);

  private static final Map<Integer, String> CURVES =
      Map.ofEntries(
          Map.entry(8, "secp192r1"),
          Map.entry(9, "brainpoolP192r1"),
          Map.entry(10, "secp224r1"),
          Map.entry(11, "brainpoolP224r1"),
          Map.entry(12, "secp256r1"),
          Map.entry(13, "brainpoolP256r1"),
          Map.entry(14, "brainpoolP320r1"),
          Map.entry(15, "secp384r1"),
          Map.entry(16, "brainpoolP384r1"),
          Map.entry(17, "brainpoolP512r1"),
          Map.entry(18, "secp521r1"));

  private Groups() {}

  /**
   * Standardised domain parameters, ICAO 9303-11 §9.5.1.
   *
   * @throws IllegalArgumentException if the number is not assigned
   */
  public static Group standardised(int parameterId) {
    ModularGroup modular = MODULAR.get(parameterId);
    if (modular != null) {
      return modular;
    }
    String curve = CURVES.get(parameterId);
    if (curve == null) {
      throw new IllegalArgumentException("no standardised domain parameters " + parameterId);
    }
    return new CurveGroup(Curves.named(curve));
  }

  /**
   * Domain parameters that an AlgorithmIdentifier describes: explicit or named curves,
   * Diffie-Hellman after X9.42 or PKCS #3, and standardised ones by their number, §9.5.
   *
   * @throws IllegalArgumentException if they cannot be read
   */
  public static Group of(byte[] algorithmIdentifier) {
    AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(algorithmIdentifier);
    ASN1ObjectIdentifier name = algorithm.getAlgorithm();
    if (name.equals(STANDARDISED)) {
      return standardised(ASN1Integer.getInstance(algorithm.getParameters()).intValueExact());
    }
    if (name.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return new CurveGroup(curve(X962Parameters.getInstance(algorithm.getParameters())));
    }
    if (name.equals(X9ObjectIdentifiers.dhpublicnumber)) {
      DomainParameters dh = DomainParameters.getInstance(algorithm.getParameters());
      return new ModularGroup(dh.getP(), dh.getG(), dh.getQ());
    }
    if (name.equals(PKCSObjectIdentifiers.dhKeyAgreement)) {
      DHParameter dh = DHParameter.getInstance(algorithm.getParameters());
      return ModularGroup.withoutOrder(dh.getP(), dh.getG());
    }
    throw new IllegalArgumentException("no domain parameters in " + name);
  }

  private static ECDomainParameters curve(X962Parameters parameters) {
    X9ECParameters curve =
        parameters.isNamedCurve()
            ? ECNamedCurveTable.getByOID(
                ASN1ObjectIdentifier.getInstance(parameters.getParameters()))
            : X9ECParameters.getInstance(parameters.getParameters());
    if (curve == null) {
      throw new IllegalArgumentException("unknown curve");
    }
    return new ECDomainParameters(curve);
  }
}
