package io.cardproof.terminal;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.terminal.HolderAuthorisation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a search for a row of certificates stands.
 *
 * @param reference whose certificates come next
 * @param role what the holder of that reference is
 * @param keys what is known of the holder: none where only the chip knows, several where
 *     certificates of the same name are about
 * @param row the certificates so far
 */
record ChainStep(String reference, Role role, List<KnownKey> keys, List<CvCertificate> row) {
  /** A key with its domain parameters, and what its holder may pass on. */
  record KnownKey(CvPublicKey publicKey, HolderAuthorisation granted) {}

  /** The beginning: an authority of the chip, known by its certificates if there are any. */
  static ChainStep from(String authority, List<CvCertificate> heap) {
    List<KnownKey> keys =
        heap.stream()
            .filter(known -> known.holder().equals(authority) && known.role() == Role.CVCA)
            .filter(known -> known.body().publicKey().complete())
            .map(known -> new KnownKey(known.body().publicKey(), known.body().authorisation()))
            .toList();
    return new ChainStep(authority, Role.CVCA, keys, List.of());
  }

  /** Whether the holder may have issued {@code next}, by names and roles. */
  boolean leadsTo(CvCertificate next) {
    return next.authority().equals(reference)
        && !next.holder().equals(reference)
        && mayIssue(next.role())
        && row.stream().noneMatch(earlier -> earlier.authority().equals(next.holder()));
  }

  /**
   * The step behind {@code next}.
   *
   * @throws SignatureCheckException if none of the holder's known keys signed it
   */
  ChainStep through(CvCertificate next) throws SignatureCheckException {
    CvPublicKey own = next.body().publicKey();
    HolderAuthorisation asked = next.body().authorisation();
    if (keys.isEmpty()) {
      return behind(next, own, asked);
    }
    KnownKey issuer = signerOf(next);
    return behind(next, own.inherit(issuer.publicKey()), issuer.granted().restrict(asked));
  }

  private boolean mayIssue(Role next) {
    return switch (role) {
      case CVCA -> next != Role.TERMINAL;
      case DOMESTIC_DV, FOREIGN_DV -> next == Role.TERMINAL;
      case TERMINAL -> false;
    };
  }

  private ChainStep behind(CvCertificate next, CvPublicKey publicKey, HolderAuthorisation granted) {
    List<CvCertificate> longer = new ArrayList<>(row);
    longer.add(next);
    return new ChainStep(
        next.holder(), next.role(), List.of(new KnownKey(publicKey, granted)), longer);
  }

  // Without domain parameters nobody here can say who signed; the chip will.
  private KnownKey signerOf(CvCertificate next) throws SignatureCheckException {
    for (KnownKey known : keys) {
      if (!known.publicKey().complete() || signed(known, next)) {
        return known;
      }
    }
    throw new SignatureCheckException(Fault.INVALID, "no key of this name signed it");
  }

  private static boolean signed(KnownKey known, CvCertificate next) {
    try {
      next.verify(known.publicKey());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }
}
