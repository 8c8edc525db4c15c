package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Curves;
import io.cardproof.simulator.crypto.Digests;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * A key on an elliptic curve, TR-03110-3 §D.3.3. Authorities name their curve, all below them use
 * it. Signatures are plain, r || s, both at the length of the order.
 */
record CvEcKey(TerminalAlgorithm algorithm, ECPublicKeyParameters key) implements CvPublicKey {
  private static final int PRIME = 0x81;
  private static final int A = 0x82;
  private static final int B = 0x83;
  private static final int GENERATOR = 0x84;
  private static final int ORDER = 0x85;
  private static final int POINT = 0x86;
  private static final int COFACTOR = 0x87;
  private static final Set<Integer> WITH_CURVE =
      Set.of(PRIME, A, B, GENERATOR, ORDER, POINT, COFACTOR);
  private static final int MOST_BYTES = 66;

  static CvEcKey read(
      TerminalAlgorithm algorithm, Map<Integer, byte[]> parts, @Nullable CvPublicKey issuer)
      throws Refusal {
    byte[] point = parts.getOrDefault(POINT, new byte[0]);
    ECDomainParameters domain = domain(parts, issuer);
    ECPoint q =
        Curves.publicKey(domain, point).orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
    return new CvEcKey(algorithm, new ECPublicKeyParameters(q, domain));
  }

  @Override
  public boolean verifies(byte[] message, byte[] signature) {
    int length = BigIntegers.getUnsignedByteLength(key.getParameters().getN());
    if (signature.length != 2 * length) {
      return false;
    }
    BigInteger r = new BigInteger(1, Arrays.copyOf(signature, length));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, length, 2 * length));
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key);
    return signer.verifySignature(Digests.hash(algorithm.digest(), message), r, s);
  }

  private static ECDomainParameters domain(Map<Integer, byte[]> parts, @Nullable CvPublicKey issuer)
      throws Refusal {
    if (parts.keySet().equals(Set.of(POINT)) && issuer instanceof CvEcKey inherited) {
      return inherited.key.getParameters();
    }
    if (!parts.keySet().equals(WITH_CURVE)) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    try {
      BigInteger order = number(parts, ORDER);
      BigInteger cofactor = number(parts, COFACTOR);
      ECCurve curve =
          new ECCurve.Fp(number(parts, PRIME), number(parts, A), number(parts, B), order, cofactor);
      byte[] generator = parts.getOrDefault(GENERATOR, new byte[0]);
      return new ECDomainParameters(curve, curve.decodePoint(generator), order, cofactor);
    } catch (IllegalArgumentException | ArithmeticException noCurve) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }

  private static BigInteger number(Map<Integer, byte[]> parts, int tag) throws Refusal {
    byte[] value = parts.getOrDefault(tag, new byte[0]);
    if (value.length == 0 || value.length > MOST_BYTES) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new BigInteger(1, value);
  }
}
