package io.cardproof.document;

import io.cardproof.document.SecurityInfo.ChipAuthenticationInfo;
import io.cardproof.document.SecurityInfo.ChipAuthenticationPublicKey;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to run Chip Authentication version 1 that a document announces: each info with the key
 * that it is for, ICAO 9303-11 §9.2.5 and §9.2.6.
 *
 * @param all in the order of the keys, then of the infos; empty unless announced or inferred
 * @param standing how the document announces them
 */
public record ChipAuthenticationOffers(List<Offer> all, Standing standing) {
  private static final int VERSION = 1;
  private static final String DIFFIE_HELLMAN_KEY = "0.4.0.127.0.7.2.2.1.1";
  private static final String KEYS = "0.4.0.127.0.7.2.2.1.";
  private static final String DIFFIE_HELLMAN = "0.4.0.127.0.7.2.2.3.1.";
  private static final String ELLIPTIC_CURVE = "0.4.0.127.0.7.2.2.3.2.";
  private static final String PROTOCOLS = "0.4.0.127.0.7.2.2.3.";
  private static final String TRIPLE_DES = "1";
  private static final String AES_128 = "2";
  // Checking a key of Diffie-Hellman takes a second or more: a file full of them would take hours.
  private static final int MOST_KEYS = 8;
  private static final int MOST_OFFERS = 2 * MOST_KEYS;

  /** Copies the list. */
  public ChipAuthenticationOffers {
    all = List.copyOf(all);
  }

  /**
   * One key and the protocol to run with it.
   *
   * @param protocolOid key agreement and cipher
   * @param keyId what the chip calls the key, where the document says it
   * @param spki DER SubjectPublicKeyInfo
   */
  public record Offer(String protocolOid, Optional<BigInteger> keyId, Bytes spki) {
    // A record's own is put together at the first call, which a fresh virtual machine notices.
    @Override
    public int hashCode() {
      return spki.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Offer that
          && protocolOid.equals(that.protocolOid)
          && keyId.equals(that.keyId)
          && spki.equals(that.spki);
    }
  }

  /** How a document announces Chip Authentication. */
  public enum Standing {
    /** Not at all. */
    NOT_ANNOUNCED,
    /** By infos that name protocols for its keys. */
    ANNOUNCED,
    /** By keys alone: older documents mean 3DES, some newer ones AES-128. */
    INFERRED,
    /** By an entry that does not parse, or by more keys than any chip has. */
    MALFORMED,
    /** For other versions of the protocol only. */
    OTHER_VERSION,
    /** For keys that it does not hold. */
    KEY_MISSING
  }

  static ChipAuthenticationOffers of(SecurityInfos infos) {
    List<ChipAuthenticationPublicKey> keys = infos.chipAuthenticationKeys();
    if (keys.size() > MOST_KEYS) {
      return none(Standing.MALFORMED);
    }
    List<ChipAuthenticationInfo> named = infos.all(ChipAuthenticationInfo.class);
    List<ChipAuthenticationInfo> known =
        named.stream().filter(info -> info.version() == VERSION).toList();
    List<Offer> pairs =
        keys.stream().flatMap(key -> pairs(key, keys, known).stream()).distinct().toList();
    if (!pairs.isEmpty()) {
      return pairs.size() > MOST_OFFERS
          ? none(Standing.MALFORMED)
          : new ChipAuthenticationOffers(pairs, Standing.ANNOUNCED);
    }
    if (hasMalformed(infos, !keys.isEmpty() || !named.isEmpty())) {
      return none(Standing.MALFORMED);
    }
    if (!named.isEmpty()) {
      return none(known.isEmpty() ? Standing.OTHER_VERSION : Standing.KEY_MISSING);
    }
    return keys.isEmpty()
        ? none(Standing.NOT_ANNOUNCED)
        : new ChipAuthenticationOffers(
            keys.stream().flatMap(key -> inferred(key).stream()).toList(), Standing.INFERRED);
  }

  // The identifiers of key and info are equal or both absent. Where only one of the two is there,
  // it still is clear what is meant as long as there is one key.
  private static List<Offer> pairs(
      ChipAuthenticationPublicKey key,
      List<ChipAuthenticationPublicKey> keys,
      List<ChipAuthenticationInfo> infos) {
    List<ChipAuthenticationInfo> fitting =
        infos.stream().filter(info -> info.oid().startsWith(protocolsOf(key))).toList();
    List<ChipAuthenticationInfo> exact =
        fitting.stream().filter(info -> info.keyId().equals(key.keyId())).toList();
    if (exact.isEmpty() && keys.stream().filter(other -> sameKind(key, other)).count() == 1) {
      exact =
          fitting.stream().filter(info -> info.keyId().isEmpty() || key.keyId().isEmpty()).toList();
    }
    return exact.stream()
        .map(info -> new Offer(info.oid(), key.keyId().or(info::keyId), key.spki()))
        .toList();
  }

  private static List<Offer> inferred(ChipAuthenticationPublicKey key) {
    List<Offer> offers = new ArrayList<>();
    for (String cipher : List.of(AES_128, TRIPLE_DES)) {
      offers.add(new Offer(protocolsOf(key) + cipher, key.keyId(), key.spki()));
    }
    return offers;
  }

  // An entry without object identifier may have been one of these, where others of them are there.
  private static boolean hasMalformed(SecurityInfos infos, boolean othersThere) {
    return infos.all(SecurityInfo.Malformed.class).stream()
        .map(SecurityInfo.Malformed::oid)
        .anyMatch(
            oid ->
                oid.startsWith(PROTOCOLS)
                    || oid.startsWith(KEYS)
                    || (oid.isEmpty() && othersThere));
  }

  private static ChipAuthenticationOffers none(Standing standing) {
    return new ChipAuthenticationOffers(List.of(), standing);
  }

  private static boolean sameKind(
      ChipAuthenticationPublicKey key, ChipAuthenticationPublicKey other) {
    return key.oid().equals(other.oid());
  }

  private static String protocolsOf(ChipAuthenticationPublicKey key) {
    return key.oid().equals(DIFFIE_HELLMAN_KEY) ? DIFFIE_HELLMAN : ELLIPTIC_CURVE;
  }
}
