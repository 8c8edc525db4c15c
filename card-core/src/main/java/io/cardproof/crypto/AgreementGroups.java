package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.BigIntegers;

/** Finds the group that an identifier or an encoding means, ICAO 9303-11 §9.5. */
public final class AgreementGroups {
  private static final int LONGEST = 8192;
  private static final int LAST_ID = 18;
  private static final ASN1ObjectIdentifier STANDARDISED_PARAMETERS =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");
  private static final ASN1ObjectIdentifier ECDH = new ASN1ObjectIdentifier("1.3.132.1.12");
  private static final Set<ASN1ObjectIdentifier> CURVES =
      Set.of(X9ObjectIdentifiers.id_ecPublicKey, ECDH);
  private static final Set<ASN1ObjectIdentifier> NUMBERS =
      Set.of(PKCSObjectIdentifiers.dhKeyAgreement, X9ObjectIdentifiers.dhpublicnumber);

  private AgreementGroups() {}

  /** The group with a standardised identifier, 0 to 2 and 8 to 18, ICAO 9303-11 §9.5.1. */
  public static Optional<AgreementGroup> byParameterId(int id) {
    Optional<AgreementGroup> curve = EcCurves.byParameterId(id).map(EcGroup::new);
    return curve.isPresent() ? curve : DhGroups.byParameterId(id).map(group -> group);
  }

  /** The standardised identifier of {@code group}, if it has one. */
  public static OptionalInt parameterId(AgreementGroup group) {
    return IntStream.rangeClosed(0, LAST_ID)
        .filter(id -> byParameterId(id).filter(group::equals).isPresent())
        .findFirst();
  }

  /**
   * The known group that an AlgorithmIdentifier names or spells out. Explicit parameters must be
   * those of a known group in every component: a group of the sender's choice may be a weak one.
   *
   * @throws KeyFormatException if they are not
   */
  public static AgreementGroup ofAlgorithm(Bytes algorithmIdentifier) throws KeyFormatException {
    AlgorithmIdentifier algorithm =
        parsed(algorithmIdentifier, "domain parameters", AlgorithmIdentifier::getInstance);
    if (!NUMBERS.contains(algorithm.getAlgorithm())) {
      return curveOrStandardised(algorithm);
    }
    return numbers(algorithm)
        .known()
        .orElseThrow(
            () ->
                new KeyFormatException(Kind.UNSUPPORTED, "explicit parameters of no known group"));
  }

  /**
   * The key in a SubjectPublicKeyInfo of a signed file: on a known curve, or modulo any prime of
   * 1024 to 4096 bits.
   *
   * @throws KeyFormatException if it is malformed, not supported or not in its group
   */
  public static AgreementPublicKey publicKey(Bytes spki) throws KeyFormatException {
    SubjectPublicKeyInfo info =
        parsed(spki, "SubjectPublicKeyInfo", SubjectPublicKeyInfo::getInstance);
    if (info.getPublicKeyData().getPadBits() != 0) {
      throw new KeyFormatException(Kind.MALFORMED, "the public key is not whole bytes");
    }
    Bytes key = Bytes.of(info.getPublicKeyData().getOctets());
    AlgorithmIdentifier algorithm = info.getAlgorithm();
    AgreementGroup group =
        NUMBERS.contains(algorithm.getAlgorithm())
            ? numbers(algorithm).knownOrOwn()
            : curveOrStandardised(algorithm);
    return new AgreementPublicKey(group, checked(group, key));
  }

  private static AgreementGroup curveOrStandardised(AlgorithmIdentifier algorithm)
      throws KeyFormatException {
    ASN1Encodable parameters = algorithm.getParameters();
    if (CURVES.contains(algorithm.getAlgorithm())) {
      return new EcGroup(EcCurves.normalise(parameters));
    }
    if (!STANDARDISED_PARAMETERS.equals(algorithm.getAlgorithm())) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "not a key agreement that is known here");
    }
    Optional<AgreementGroup> standardised =
        parameters instanceof ASN1Integer id && id.getValue().bitLength() < Byte.SIZE
            ? byParameterId(id.intValueExact())
            : Optional.empty();
    return standardised.orElseThrow(
        () -> new KeyFormatException(Kind.UNSUPPORTED, "no standardised domain parameters"));
  }

  private static DhDomain numbers(AlgorithmIdentifier algorithm) throws KeyFormatException {
    try {
      return DhDomain.of(algorithm.getParameters());
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new KeyFormatException(Kind.MALFORMED, "malformed domain parameters");
    }
  }

  private static Bytes checked(AgreementGroup group, Bytes key) throws KeyFormatException {
    if (group instanceof EcGroup) {
      return group.checked(key);
    }
    BigInteger number = parsed(key, "public key", ASN1Integer::getInstance).getPositiveValue();
    return group.checked(Bytes.of(BigIntegers.asUnsignedByteArray(number)));
  }

  private static <T> T parsed(Bytes der, String what, Function<byte[], T> reading)
      throws KeyFormatException {
    if (der.length() > LONGEST) {
      throw new KeyFormatException(Kind.UNSUPPORTED, what + ": too long");
    }
    try {
      return reading.apply(der.toByteArray());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new KeyFormatException(Kind.MALFORMED, "malformed " + what);
    }
  }
}
