package io.cardproof.simulator.issuer;

import io.cardproof.simulator.crypto.Groups;
import io.cardproof.simulator.crypto.ModularGroup;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** The standardised domain parameters of ICAO 9303-11 §9.5.1, by their numbers. */
public enum StandardGroup {
  MODP_1024_160(0, ""),
  MODP_2048_224(1, ""),
  MODP_2048_256(2, ""),
  SECP192R1(8, "secp192r1"),
  BRAINPOOL_P192R1(9, "brainpoolP192r1"),
  SECP224R1(10, "secp224r1"),
  BRAINPOOL_P224R1(11, "brainpoolP224r1"),
  SECP256R1(12, "secp256r1"),
  BRAINPOOL_P256R1(13, "brainpoolP256r1"),
  BRAINPOOL_P320R1(14, "brainpoolP320r1"),
  SECP384R1(15, "secp384r1"),
  BRAINPOOL_P384R1(16, "brainpoolP384r1"),
  BRAINPOOL_P512R1(17, "brainpoolP512r1"),
  SECP521R1(18, "secp521r1");

  private final int parameterId;
  private final String curve;

  StandardGroup(int parameterId, String curve) {
    this.parameterId = parameterId;
    this.curve = curve;
  }

  /**
   * The group of that number.
   *
   * @throws IllegalArgumentException if the number is not assigned
   */
  public static StandardGroup of(int parameterId) {
    for (StandardGroup group : values()) {
      if (group.parameterId == parameterId) {
        return group;
      }
    }
    throw new IllegalArgumentException("no standardised domain parameters " + parameterId);
  }

  /** The group of a private key, if it is one of these. */
  public static Optional<StandardGroup> of(AsymmetricKeyParameter key) {
    for (StandardGroup group : values()) {
      boolean same =
          key instanceof ECPrivateKeyParameters ec
              ? group.isThat(ec.getParameters())
              : key instanceof DHPrivateKeyParameters dh && group.isThat(dh.getParameters());
      if (same) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  /** As people write it: brainpoolP256r1, MODP 2048/256. */
  public String text() {
    return isCurve() ? curve : "MODP " + bits() + "/" + residues().getQ().bitLength();
  }

  /** The number in PACEInfo. */
  public int parameterId() {
    return parameterId;
  }

  /** Whether it is an elliptic curve; else it is a subgroup modulo a prime. */
  public boolean isCurve() {
    return !curve.isEmpty();
  }

  /**
   * The curve.
   *
   * @throws IllegalStateException if it is none
   */
  public ECNamedDomainParameters curve() {
    if (!isCurve()) {
      throw new IllegalStateException(this + " is not a curve");
    }
    ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
    return new ECNamedDomainParameters(oid, ECNamedCurveTable.getByOID(oid));
  }

  /** The subgroup modulo a prime. */
  DHParameters residues() {
    if (isCurve()) {
      throw new IllegalStateException(this + " is a curve");
    }
    ModularGroup group = (ModularGroup) Groups.standardised(parameterId);
    return new DHParameters(group.prime(), group.base(), group.order());
  }

  /** Whether that is the same curve, whatever it is called. */
  boolean isThat(ECDomainParameters other) {
    return isCurve() && curve().equals(other);
  }

  /** Whether those are the same modulus and generator. */
  boolean isThat(DHParameters other) {
    return !isCurve()
        && residues().getP().equals(other.getP())
        && residues().getG().equals(other.getG());
  }

  /** Bits of the curve's field, or of the modulus. */
  public int bits() {
    return isCurve() ? curve().getCurve().getFieldSize() : residues().getP().bitLength();
  }

  /** A fresh key pair. */
  public AsymmetricCipherKeyPair keyPair(SecureRandom random) {
    return isCurve() ? ChipKeys.pair(curve(), random) : ChipKeys.pair(residues(), random);
  }
}
