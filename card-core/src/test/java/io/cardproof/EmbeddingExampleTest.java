package io.cardproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.report.Holder;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.link.SimulatedTerminals;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import io.cardproof.vietnam.CitizenQr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main path of the README and of the manual, as an application writes it. */
class EmbeddingExampleTest {
  private static Path folder;
  private static SimulatedCard card;

  private final List<String> done = new ArrayList<>();

  @BeforeAll
  static void issue(@TempDir Path temporary) throws Exception {
    folder = temporary;
    card = SimulatedCard.builder().seed(1).build();
    for (byte[] certificate : card.trust()) {
      Files.write(folder.resolve("csca.cer"), certificate);
    }
  }

  /** Compiled, not run: it needs a reader of its own. */
  void counter(String scanned) throws InspectionException {
    TrustStore trust = TrustStore.load(Path.of("csca"));
    CardInspector inspector = CardInspector.builder(trust).build();

    try (CardLink card = PcscReaders.waitForCard(Duration.ofSeconds(30));
        AccessKey key = CitizenQr.parse(scanned).accessKey()) {
      Report report = inspector.inspect(card, key);
      if (report.verdict() instanceof Verdict.Authentic ok) {
        openAccount(ok.holder());
      } else {
        sendToReview(report);
      }
    } catch (AccessDeniedException e) {
      askForTheNumberAgain();
    } catch (InspectionException e) {
      showRetry(e.code());
    }
  }

  @Test
  void theCounterOpensAnAccountForTheHolderOfAGenuineCard() throws Exception {
    CardInspector inspector = CardInspector.builder(trust()).build();
    try (CardLink link = simulatedReader();
        AccessKey key = CitizenQr.parse(card.qr().orElseThrow()).accessKey()) {
      Report report = inspector.inspect(link, key);
      if (report.verdict() instanceof Verdict.Authentic ok) {
        openAccount(ok.holder());
      } else {
        sendToReview(report);
      }
    }
    assertEquals(List.of("account"), done);
  }

  @Test
  void theBranchCapturesAndTheServerJudges() throws Exception {
    Bytes challenge = Bytes.ofHex("0011223344556677");
    CardInspector inspector = CardInspector.builder(trust()).build();
    Evidence evidence;
    try (CardLink link = simulatedReader();
        AccessKey key = AccessKey.can(card.can().orElseThrow())) {
      evidence = inspector.capture(link, key, challenge);
    }
    Report report =
        new Verifier(trust(), Policy.COUNTER)
            .verify(evidence, Expectation.server(challenge), Instant.now());
    assertTrue(report.verdict() instanceof Verdict.Authentic);
    assertEquals(Presence.PROVEN, report.presence());
  }

  private static TrustStore trust() throws InspectionException {
    return TrustStore.builder().add(folder).allowTestAnchors().build();
  }

  private static CardLink simulatedReader() throws Exception {
    return PcscReaders.of(SimulatedTerminals.factory(Map.of("counter 1", card.newChip())))
        .waitForCard(Optional.empty(), Duration.ofSeconds(1));
  }

  private void openAccount(Holder holder) {
    assertTrue(!holder.documentNumber().isEmpty());
    done.add("account");
  }

  private void sendToReview(Report report) {
    done.add("review " + report.verdict().id());
  }

  private void askForTheNumberAgain() {
    done.add("again");
  }

  private void showRetry(ErrorCode code) {
    done.add(code.id());
  }
}
