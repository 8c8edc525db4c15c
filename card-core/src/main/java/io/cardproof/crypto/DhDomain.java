package io.cardproof.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.jspecify.annotations.Nullable;

/** Parameters of a group modulo a prime as a document spells them out: PKCS #3 or X9.42. */
record DhDomain(BigInteger prime, BigInteger generator, @Nullable BigInteger order) {
  private static final int FEWEST_ORDER_BITS = 33;

  /** Reads {@code p, g} and, if the third number can be one, {@code q}. */
  static DhDomain of(@Nullable ASN1Encodable parameters) {
    if (!(parameters instanceof ASN1Sequence sequence)) {
      throw new IllegalArgumentException("not a sequence");
    }
    return new DhDomain(number(sequence, 0), number(sequence, 1), order(sequence));
  }

  /** The group that everybody knows by exactly these parameters. */
  Optional<DhGroup> known() {
    return DhGroups.matching(prime, generator, order);
  }

  /** That group, else one of the document's own. */
  DhGroup knownOrOwn() throws KeyFormatException {
    Optional<DhGroup> known = known();
    return known.isPresent() ? known.get() : DhGroup.own(prime, generator, order);
  }

  // What stands there in PKCS #3 is the length of private keys, which is a small number.
  private static @Nullable BigInteger order(ASN1Sequence sequence) {
    BigInteger third =
        sequence.size() > 2 && sequence.getObjectAt(2) instanceof ASN1Integer
            ? number(sequence, 2)
            : BigInteger.ZERO;
    return third.bitLength() < FEWEST_ORDER_BITS ? null : third;
  }

  private static BigInteger number(ASN1Sequence sequence, int index) {
    return ASN1Integer.getInstance(sequence.getObjectAt(index)).getPositiveValue();
  }
}
