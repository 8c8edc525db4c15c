package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.chip.EacChip.AccessBy;
import io.cardproof.document.FileId;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.terminal.CvAlgorithm;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TestAuthority;
import io.cardproof.terminal.TestKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Terminal Authentication in every combination that the standard allows: every algorithm on every
 * curve and size of key, every shape of chain, after BAC and PACE, after Chip Authentication on a
 * curve and in a group modulo a prime.
 */
class TerminalMatrixTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<Integer> SIZES = List.of(1024, 1536, 2048, 3072);
  private static final List<StandardGroup> GROUPS =
      List.of(StandardGroup.SECP256R1, StandardGroup.MODP_1024_160);
  // 5 algorithms on 11 curves and 6 algorithms with 4 sizes; 4 chains; 3 ways in; 2 groups.
  private static final int COMBINATIONS = (5 * 11 + 6 * 4) * 4 * 3 * 2;

  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger combinations = new AtomicInteger();

  /** How the certificates lead from the chip to the terminal. */
  private enum Shape {
    DIRECT,
    FOREIGN,
    LINK,
    SECOND_AUTHORITY
  }

  /** Algorithm and key of everybody in a chain. */
  private record Kind(CvAlgorithm algorithm, String curve, int bits) {
    TestAuthority named(String name) {
      TestKeys keys =
          algorithm.elliptic() ? TestKeys.named(name, curve) : TestKeys.named(name, bits);
      return new TestAuthority(name, keys, algorithm);
    }
  }

  /** A chip with one way in and one group of Chip Authentication. */
  private record Target(String name, EacChip chip) {}

  /** What the chip trusts, what the terminal has, and what should be sent. */
  private record Chain(
      List<CvCertificate> trusted,
      TerminalCredentials credentials,
      String authority,
      List<String> holders) {}

  @Test
  void everyTerminalThatTheStandardAllowsReadsFingersAndIrises() throws Exception {
    List<Target> targets = targets();
    kinds().parallelStream().forEach(kind -> inspectAll(kind, targets));
    System.out.println("TA matrix: " + combinations + " combinations");
    assertEquals(List.of(), failures.stream().limit(5).toList(), failures.size() + " failed");
    assertEquals(COMBINATIONS, combinations.get());
  }

  private void inspectAll(Kind kind, List<Target> targets) {
    for (Shape shape : Shape.values()) {
      Chain chain = chain(kind, shape);
      for (Target target : targets) {
        inspect(kind + " " + shape + " " + target.name(), target.chip(), chain);
      }
    }
  }

  private void inspect(String name, EacChip chip, Chain chain) {
    combinations.incrementAndGet();
    try {
      VirtualCard card = chip.trusting(chain.trusted().toArray(CvCertificate[]::new));
      Evidence evidence = EacChip.inspect(card, chain.credentials(), TODAY);
      TerminalRecord record = evidence.terminal().orElseThrow();
      assertEquals(TerminalRecord.Outcome.PASSED, record.outcome(), record.detail());
      assertEquals(Optional.of(chain.authority()), record.authority());
      assertEquals(chain.holders(), record.holderReferences());
      assertEquals(Optional.of(EacChip.FINGERS), evidence.file(FileId.DG3));
      assertEquals(Optional.of(EacChip.IRISES), evidence.file(FileId.DG4));
    } catch (Exception | AssertionError e) {
      failures.add(name + ": " + e);
    }
  }

  private static Chain chain(Kind kind, Shape shape) {
    try {
      return issued(kind, shape);
    } catch (Exception e) {
      throw new AssertionError(kind + " " + shape, e);
    }
  }

  private static Chain issued(Kind kind, Shape shape) throws Exception {
    TestAuthority old = TestAuthority.onCurve("UTCVCA00001");
    TestAuthority authority = kind.named("UTCVCA00002");
    TestAuthority verifier = kind.named("UTDVDE00001");
    TestAuthority terminal = kind.named("UTISDE00001");
    Role role = shape == Shape.FOREIGN ? Role.FOREIGN_DV : Role.DOMESTIC_DV;
    List<CvCertificate> heap = new ArrayList<>();
    heap.add(verifier.certify(terminal, Role.TERMINAL, TestAuthority.ALL));
    heap.add(authority.certify(verifier, role, TestAuthority.ALL));
    List<String> holders = new ArrayList<>(List.of("UTDVDE00001", "UTISDE00001"));
    if (shape == Shape.LINK) {
      heap.add(old.certify(authority, Role.CVCA, TestAuthority.ALL));
      holders.add(0, "UTCVCA00002");
    }
    List<CvCertificate> trusted =
        switch (shape) {
          case DIRECT, FOREIGN -> List.of(authority.itself());
          case LINK -> List.of(old.itself());
          case SECOND_AUTHORITY -> List.of(old.itself(), authority.itself());
        };
    return new Chain(
        trusted,
        new TerminalCredentials(heap, terminal.keys().key()),
        shape == Shape.LINK ? "UTCVCA00001" : "UTCVCA00002",
        holders);
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (CvAlgorithm algorithm : CvAlgorithm.values()) {
      if (algorithm.elliptic()) {
        TestKeys.CURVES.forEach(curve -> kinds.add(new Kind(algorithm, curve, 0)));
      } else {
        SIZES.forEach(bits -> kinds.add(new Kind(algorithm, "", bits)));
      }
    }
    return kinds;
  }

  private static List<Target> targets() throws Exception {
    List<Target> targets = new ArrayList<>();
    for (AccessBy access : AccessBy.values()) {
      for (StandardGroup group : GROUPS) {
        targets.add(new Target(access + " " + group, EacChip.of(access, group)));
      }
    }
    return targets;
  }
}
