package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key counts, not the certificate that carries it: a renewed certificate is no new authority. */
class TrustChangesTest {
  private static final Instant SOONER = Instant.parse("2015-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2042-01-01T00:00:00Z");

  private final TestPki stays;
  private final TestPki goes;
  private final TestPki comes;
  private final Bytes stayed;
  private final Bytes before;
  private final Bytes after;

  TrustChangesTest() throws Exception {
    stays = TestPki.named("C=UT,CN=TEST Stays");
    goes = TestPki.named("C=UT,CN=TEST Goes");
    comes = TestPki.named("C=UT,CN=TEST Comes");
    stayed = stays.csca();
    TestPki renews = TestPki.named("C=UT,CN=TEST Renews");
    before = renews.csca();
    after = renews.csca(SOONER, LATER);
  }

  @Test
  void everyCertificateIsInOneOfTheFiveGroups() throws Exception {
    Bytes gone = goes.csca();
    Bytes come = comes.csca();
    TrustChanges changes =
        TrustChanges.between(store(stayed, before, gone), store(stayed, after, come));
    assertEquals(List.of(come), ders(changes.added()));
    assertEquals(List.of(after), ders(changes.renewed()));
    assertEquals(List.of(gone), ders(changes.removed()));
    assertEquals(List.of(before), ders(changes.replaced()));
    assertEquals(1, changes.same());
    assertFalse(changes.none());
  }

  @Test
  void aLinkIsACertificateToo() throws Exception {
    Bytes link = comes.link(stays).der();
    TrustChanges changes = TrustChanges.between(store(stayed), store(stayed, link));
    assertEquals(List.of(link), ders(changes.added()));
    assertEquals(1, changes.same());
    Bytes itsAnchor = comes.csca();
    TrustChanges known = TrustChanges.between(store(stayed, link), store(stayed, link, itsAnchor));
    assertEquals(List.of(itsAnchor), ders(known.renewed()));
    assertEquals(List.of(), known.added());
  }

  @Test
  void anyOneGroupIsAChange() throws Exception {
    assertTrue(TrustChanges.between(store(stayed), store(stayed)).none());
    assertFalse(TrustChanges.between(store(), store(stayed)).none());
    assertFalse(TrustChanges.between(store(stayed), store()).none());
    assertFalse(TrustChanges.between(store(before), store(before, after)).none());
    assertFalse(TrustChanges.between(store(before, after), store(before)).none());
  }

  private static TrustStore store(Bytes... certificates) throws Exception {
    TrustStore.Builder builder = TrustStore.builder();
    for (Bytes each : certificates) {
      builder.addCertificate(each, "test");
    }
    return builder.build();
  }

  private static List<Bytes> ders(List<StoredCertificate> stored) {
    return stored.stream().map(each -> each.certificate().der()).toList();
  }
}
