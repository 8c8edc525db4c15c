package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.SimulatedIssuer.SignedBy;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Distrust takes lists with it: those of a signer, and those of a root. */
class DistrustedListsTest {
  private final SignedBy published =
      SimulatedIssuer.masterList(
          SimulatedIssuer.certificates(Stream.of(SimulatedIssuer.country())));
  private final CertificateView root = SimulatedIssuer.view(published.publisher().certificate());

  @Test
  void nothingOfAListCountsWhoseSignerIsDistrustedByCertificateOrKey() throws Exception {
    assertEquals(1, store(Bytes.of(new byte[32])).size());
    CertificateView signer =
        SignedList.of(
                published.list(),
                SignedList.Kind.MASTER_LIST,
                "list",
                List.of(root),
                new SignatureAlgorithms())
            .signer();
    for (Bytes hash : List.of(signer.der().sha256(), signer.spki().sha256())) {
      MalformedInputException refused =
          assertThrows(MalformedInputException.class, () -> store(hash));
      assertEquals("is distrusted here", refused.problem());
    }
  }

  @Test
  void aDistrustedRootVouchesForNoList() throws Exception {
    assertEquals(Provenance.Pinning.PINNED, pinning(published.store()));
    for (Bytes hash : List.of(root.der().sha256(), root.spki().sha256())) {
      assertEquals(Provenance.Pinning.UNPINNED, pinning(store(hash)));
    }
  }

  private TrustStore store(Bytes distrusted) throws Exception {
    return TrustStore.builder()
        .allowTestAnchors()
        .pin(root.der())
        .distrust(distrusted)
        .addMasterList(published.list(), "list")
        .build();
  }

  private static Provenance.Pinning pinning(TrustStore store) {
    return store.anchors().get(0).provenance().get(0).pinning();
  }
}
