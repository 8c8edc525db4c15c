package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import io.cardproof.crypto.KeyObserver;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.trust.AlgorithmTable;
import io.cardproof.trust.PathException;
import io.cardproof.trust.TestPki;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;

class SignerCacheTest {
  private final Counter counter = new Counter();

  @Test
  void aDocumentOfASignerThatWasMetCostsOneSignatureAndNoKey() throws Exception {
    Capture genuine = Captures.of("cccd-2021");
    Evidence passive = withoutProofs(genuine.evidence());
    Verifier verifier = verifier(genuine.trust());
    Report first = verifier.verify(passive, Expectation.none(), Captures.NOW);
    assertEquals(3, counter.signatures.get(), "security object, its signer, the revocation list");
    counter.reset();
    assertEquals(first, verifier.verify(passive, Expectation.none(), Captures.NOW));
    assertEquals(1, counter.signatures.get());
    assertEquals(0, counter.keys.get());
  }

  @Test
  void anotherDocumentOfTheSameSignerToo() throws Exception {
    Capture genuine = Captures.of("cccd-2021");
    Verifier verifier = verifier(genuine.trust());
    verifier.verify(genuine.evidence(), Expectation.none(), Captures.NOW);
    counter.reset();
    Report report =
        verifier.verify(genuine.evidence(), Expectation.none(), Captures.NOW.plusSeconds(1));
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertEquals(1, counter.signatures.get());
    assertEquals(0, counter.keys.get());
  }

  @Test
  void aSignerWithoutATrustedCountrySignerIsRefusedForTheSameReasonWithoutLookingAgain()
      throws Exception {
    TestPki pki = TestPki.named("C=UT,CN=A");
    TrustStore others = TrustStore.builder().addCertificate(pki.successor().csca(), "b").build();
    KnownSigner signer = cache(others, 2).signer(pki.signer().der());
    Reason reason = assertThrows(PathException.class, signer::path).reason();
    counter.reset();
    assertEquals(reason, assertThrows(PathException.class, signer::path).reason());
    assertEquals(0, counter.signatures.get());
  }

  @Test
  void whatIsRememberedDoesNotGrowOldWithTheRevocationList() throws Exception {
    Capture genuine = Captures.of("cccd-2021");
    Verifier verifier = verifier(genuine.trust());
    Report fresh = verifier.verify(genuine.evidence(), Expectation.none(), Captures.NOW);
    Report stale =
        verifier.verify(
            genuine.evidence(), Expectation.none(), Captures.NOW.plus(Duration.ofDays(200)));
    assertTrue(Judged.remarks(stale).contains("revocation-unknown"));
    assertTrue(!Judged.remarks(fresh).contains("revocation-unknown"));
  }

  @Test
  void theSignerThatWasMetLongestAgoIsForgottenFirst() throws Exception {
    TestPki pki = TestPki.named("C=UT,CN=A");
    SignerCache cache = cache(trust(pki), 2);
    Bytes a = pki.signer().der();
    Bytes b = pki.signer().der();
    KnownSigner knownA = cache.signer(a);
    KnownSigner knownB = cache.signer(b);
    assertSame(knownA, cache.signer(a));
    cache.signer(pki.signer().der());
    assertEquals(2, cache.size());
    assertSame(knownA, cache.signer(a));
    assertNotSame(knownB, cache.signer(b));
  }

  @Test
  void itNeverGrowsPastItsBoundAmongThreads() throws Exception {
    TestPki pki = TestPki.named("C=UT,CN=A");
    List<Bytes> signers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      signers.add(pki.signer().der());
    }
    SignerCache cache = cache(trust(pki), 5);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> largest = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int start = thread;
        largest.add(threads.submit(() -> largestSize(cache, signers, start)));
      }
      for (Future<Integer> each : largest) {
        assertTrue(each.get() <= 5, "grew to " + each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(5, cache.size());
  }

  @Test
  void aCertificateOfUnusualLengthIsNotKept() throws Exception {
    TestPki pki = TestPki.named("C=UT,CN=A");
    Bytes huge =
        pki.signer(new TestPki.Extra("1.2.3.4", new DEROctetString(new byte[SignerCache.LONGEST])))
            .der();
    SignerCache cache = cache(trust(pki), 5);
    assertNotSame(cache.signer(huge), cache.signer(huge));
    assertEquals(0, cache.size());
  }

  private static int largestSize(SignerCache cache, List<Bytes> signers, int start)
      throws PathException {
    int largest = 0;
    for (int i = 0; i < 100; i++) {
      Bytes der = signers.get((start * 5 + i) % signers.size());
      KnownSigner signer = cache.signer(der);
      assertEquals(der, signer.certificate().der());
      signer.path();
      largest = Math.max(largest, cache.size());
    }
    return largest;
  }

  private static TrustStore trust(TestPki pki) throws Exception {
    return TrustStore.builder().addCertificate(pki.csca(), "csca").build();
  }

  private static Evidence withoutProofs(Evidence evidence) {
    return new Evidence(
        evidence.files(),
        evidence.access(),
        List.of(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  private SignerCache cache(TrustStore trust, int most) {
    return new SignerCache(trust, new SignatureAlgorithms(counter), AlgorithmTable.USUAL, most);
  }

  private Verifier verifier(TrustStore trust) {
    return new Verifier(trust, Policy.COUNTER, new SignatureAlgorithms(counter));
  }

  /** Counts what costs time. */
  private static final class Counter implements KeyObserver {
    final AtomicInteger keys = new AtomicInteger();
    final AtomicInteger signatures = new AtomicInteger();

    @Override
    public void made(Bytes spki) {
      keys.incrementAndGet();
    }

    @Override
    public void verifies(Bytes spki) {
      signatures.incrementAndGet();
    }

    void reset() {
      keys.set(0);
      signatures.set(0);
    }
  }
}
