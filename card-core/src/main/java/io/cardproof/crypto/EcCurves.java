package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * The standardised curves, ICAO 9303-11 §9.5.1, the other curves over prime fields that have a name
 * and at least 192 bits, and points on them.
 */
public final class EcCurves {
  private static final int FIRST_ID = 8;
  // In the order of the parameter ids 8 to 18.
  private static final List<String> NAMES =
      List.of(
          "secp192r1",
          "brainpoolP192r1",
          "secp224r1",
          "brainpoolP224r1",
          "secp256r1",
          "brainpoolP256r1",
          "brainpoolP320r1",
          "secp384r1",
          "brainpoolP384r1",
          "brainpoolP512r1",
          "secp521r1");
  private static final int LONGEST_KEY = 2048;
  private static final int FEWEST_BITS = 192;
  private static final Bytes INFINITY = Bytes.of((byte) 0);

  private EcCurves() {}

  /** The curve with a parameter id of PACE; empty for ids of other groups and unknown ones. */
  public static Optional<ECDomainParameters> byParameterId(int id) {
    int index = id - FIRST_ID;
    return index < 0 || index >= NAMES.size()
        ? Optional.empty()
        : Optional.of(domain(NAMES.get(index)));
  }

  /** The key in a SubjectPublicKeyInfo, on a named curve or on explicit parameters of one. */
  public static EcPublicKey publicKey(Bytes spki) throws KeyFormatException {
    SubjectPublicKeyInfo info = parse(spki);
    if (!X9ObjectIdentifiers.id_ecPublicKey.equals(info.getAlgorithm().getAlgorithm())) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "not a key on an elliptic curve");
    }
    ECDomainParameters domain = normalise(info.getAlgorithm().getParameters());
    if (info.getPublicKeyData().getPadBits() != 0) {
      throw new KeyFormatException(Kind.MALFORMED, "the public key is not whole bytes");
    }
    return new EcPublicKey(domain, point(domain, Bytes.of(info.getPublicKeyData().getOctets())));
  }

  /**
   * The named curve with exactly these parameters. Explicit parameters count as a named curve only
   * when prime, coefficients, generator and order are all equal to its own, and the cofactor, if it
   * is given: a generator of the sender's choice makes a key of the sender's choice.
   */
  public static ECDomainParameters normalise(ASN1Encodable parameters) throws KeyFormatException {
    if (parameters instanceof ASN1ObjectIdentifier oid) {
      return named(oid);
    }
    if (parameters instanceof ASN1Sequence sequence) {
      try {
        return explicit(sequence);
      } catch (IllegalArgumentException
          | IllegalStateException
          | ArithmeticException
          | ArrayIndexOutOfBoundsException e) {
        throw new KeyFormatException(Kind.MALFORMED, "malformed domain parameters");
      }
    }
    throw new KeyFormatException(Kind.MALFORMED, "domain parameters are missing");
  }

  /** The name of a curve that {@link #normalise} gave. */
  public static Optional<String> name(ECDomainParameters domain) {
    return Stream.concat(NAMES.stream(), otherNames())
        .filter(name -> domain(name).equals(domain))
        .findFirst();
  }

  /** An uncompressed point that lies on the curve and is not at infinity, ICAO 9303-11 §9.4.5. */
  public static ECPoint point(ECDomainParameters domain, Bytes encoded) throws KeyFormatException {
    if (encoded.equals(INFINITY)) {
      throw new KeyFormatException(Kind.MALFORMED, "the point is at infinity");
    }
    int expected = 1 + 2 * domain.getCurve().getFieldElementEncodingLength();
    if (encoded.length() != expected || encoded.at(0) != 0x04) {
      throw new KeyFormatException(Kind.MALFORMED, "not an uncompressed point of this curve");
    }
    try {
      return domain.validatePublicPoint(domain.getCurve().decodePoint(encoded.toByteArray()));
    } catch (IllegalArgumentException e) {
      throw new KeyFormatException(Kind.MALFORMED, "the point is not on the curve");
    }
  }

  /** The uncompressed encoding, both coordinates at full length. */
  public static Bytes encode(ECPoint point) {
    return Bytes.of(point.getEncoded(false));
  }

  /** The x-coordinate at full length: what a key agreement yields, TR-03111 §3.2.1. */
  public static byte[] sharedSecret(ECPoint point) {
    return point.normalize().getAffineXCoord().getEncoded();
  }

  /** A private key from 1 to the order less one. */
  public static BigInteger privateKey(ECDomainParameters domain, SecureRandom random) {
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
  }

  private static SubjectPublicKeyInfo parse(Bytes spki) throws KeyFormatException {
    if (spki.length() > LONGEST_KEY) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "the public key is too long");
    }
    try {
      return SubjectPublicKeyInfo.getInstance(spki.toByteArray());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new KeyFormatException(Kind.MALFORMED, "malformed SubjectPublicKeyInfo");
    }
  }

  private static ECDomainParameters named(ASN1ObjectIdentifier oid) throws KeyFormatException {
    Optional<String> standardised = standardised(oid);
    if (standardised.isPresent()) {
      return domain(standardised.get());
    }
    X9ECParameters named = ECNamedCurveTable.getByOID(oid);
    if (named == null || !isLongPrime(named)) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "not a curve that is known here");
    }
    return domain(ECNamedCurveTable.getName(oid));
  }

  // The table of all curves is asked last: it loads every family of them.
  private static Optional<String> standardised(ASN1ObjectIdentifier oid) {
    return Optional.ofNullable(CustomNamedCurves.getName(oid))
        .or(() -> Optional.ofNullable(TeleTrusTNamedCurves.getName(oid)))
        .filter(NAMES::contains);
  }

  private static ECDomainParameters explicit(ASN1Sequence parameters) throws KeyFormatException {
    ASN1Sequence field = ASN1Sequence.getInstance(parameters.getObjectAt(1));
    if (!X9ObjectIdentifiers.prime_field.equals(field.getObjectAt(0))) {
      throw new KeyFormatException(Kind.UNSUPPORTED, "not a curve over a prime field");
    }
    BigInteger prime = ASN1Integer.getInstance(field.getObjectAt(1)).getPositiveValue();
    // A standardised curve has its size in its name, which saves making the others; and asking for
    // all other names loads every family of curves.
    String size = Integer.toString(prime.bitLength());
    List<String> ofSize = NAMES.stream().filter(name -> name.contains(size)).toList();
    return equal(ofSize.stream(), prime, parameters)
        .or(() -> equal(otherNames(), prime, parameters))
        .orElseThrow(() -> unknown(ofSize, prime, parameters));
  }

  private static KeyFormatException unknown(
      List<String> names, BigInteger prime, ASN1Sequence parameters) {
    boolean forged =
        names.stream()
            .map(EcCurves::domain)
            .filter(candidate -> characteristic(candidate.getCurve()).equals(prime))
            .anyMatch(candidate -> sameGroup(candidate, parameters));
    return forged
        ? new KeyFormatException(Kind.FORGED, "a known curve with another generator")
        : new KeyFormatException(Kind.UNSUPPORTED, "explicit parameters of no known curve");
  }

  private static Optional<ECDomainParameters> equal(
      Stream<String> names, BigInteger prime, ASN1Sequence parameters) {
    return names
        .map(EcCurves::domain)
        .filter(candidate -> characteristic(candidate.getCurve()).equals(prime))
        .filter(candidate -> matches(candidate, parameters))
        .findFirst();
  }

  private static Stream<String> otherNames() {
    Enumeration<?> names = ECNamedCurveTable.getNames();
    return Collections.list(names).stream()
        .map(String.class::cast)
        .filter(name -> isLongPrime(ECNamedCurveTable.getByName(name)));
  }

  private static boolean isLongPrime(X9ECParameters parameters) {
    return ECAlgorithms.isFpCurve(parameters.getCurve())
        && parameters.getCurve().getFieldSize() >= FEWEST_BITS;
  }

  private static BigInteger characteristic(ECCurve curve) {
    return curve.getField().getCharacteristic();
  }

  private static boolean matches(ECDomainParameters candidate, ASN1Sequence parameters) {
    return sameGroup(candidate, parameters)
        && generatorMatches(candidate, parameters.getObjectAt(3));
  }

  /** All but the generator. */
  private static boolean sameGroup(ECDomainParameters candidate, ASN1Sequence parameters) {
    ASN1Sequence curve = ASN1Sequence.getInstance(parameters.getObjectAt(2));
    BigInteger order = ASN1Integer.getInstance(parameters.getObjectAt(4)).getPositiveValue();
    return octets(curve.getObjectAt(0)).equals(candidate.getCurve().getA().toBigInteger())
        && octets(curve.getObjectAt(1)).equals(candidate.getCurve().getB().toBigInteger())
        && order.equals(candidate.getN())
        && (parameters.size() == 5
            || ASN1Integer.getInstance(parameters.getObjectAt(5)).hasValue(candidate.getH()));
  }

  private static boolean generatorMatches(ECDomainParameters candidate, ASN1Encodable encoded) {
    byte[] given = ASN1OctetString.getInstance(encoded).getOctets();
    return given.length <= 1 + 2 * candidate.getCurve().getFieldElementEncodingLength()
        && candidate.getG().equals(candidate.getCurve().decodePoint(given));
  }

  private static BigInteger octets(ASN1Encodable encoded) {
    return new BigInteger(1, ASN1OctetString.getInstance(encoded).getOctets());
  }

  private static ECDomainParameters domain(String name) {
    X9ECParameters fast = CustomNamedCurves.getByName(name);
    X9ECParameters brainpool = fast != null ? fast : TeleTrusTNamedCurves.getByName(name);
    return new ECDomainParameters(
        brainpool != null ? brainpool : ECNamedCurveTable.getByName(name));
  }
}
