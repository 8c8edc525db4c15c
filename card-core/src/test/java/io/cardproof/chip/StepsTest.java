package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.Step;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who listens is told every step when it begins, and every file as it comes in. */
class StepsTest {
  private final List<Step> steps = new ArrayList<>();
  private final Map<FileId, List<Integer>> parts = new LinkedHashMap<>();
  private final Map<FileId, Integer> totals = new LinkedHashMap<>();

  @Test
  void ofACitizenCard() throws Exception {
    inspect(SimulatedLinks::inProcess, IssuedCards.of(1, "cccd-2021"));
    assertEquals(
        List.of(
            Step.CARD_ACCESS,
            Step.PACE,
            Step.SELECT_APPLICATION,
            Step.READ_FILE,
            Step.CHIP_AUTHENTICATION,
            Step.READ_FILE,
            Step.ACTIVE_AUTHENTICATION,
            Step.READ_FILE),
        steps);
  }

  @Test
  void ofAChipThatIsProvenByPace() throws Exception {
    inspect(SimulatedLinks::inProcess, IssuedCards.of(2, "passport"));
    assertEquals(
        List.of(
            Step.CARD_ACCESS, Step.PACE, Step.READ_FILE, Step.SELECT_APPLICATION, Step.READ_FILE),
        steps.subList(0, 5));
  }

  @Test
  void ofAChipThatKnowsOnlyBasicAccess() throws Exception {
    SimulatedCard card = issued("basic", PersonaBuilder.passport("basic").bac());
    inspect(SimulatedLinks::inProcess, card);
    assertEquals(
        List.of(Step.CARD_ACCESS, Step.SELECT_APPLICATION, Step.BAC, Step.READ_FILE), steps);
  }

  @Test
  void ofACardThatHidesItsPaceFromAnAccessNumber() throws Exception {
    SimulatedCard card = IssuedCards.of(1, "cccd-2021");
    try (AccessKey key = SimulatedLinks.can(card)) {
      inspect(withoutCardAccess(card), key, Extent.NEEDED);
    }
    assertEquals(
        List.of(Step.CARD_ACCESS, Step.PACE, Step.SELECT_APPLICATION), steps.subList(0, 3));
  }

  @Test
  void theSignatureThatMayEndTheChannelIsAskedForLast() throws Exception {
    inspect(StepsTest::shortLengthOnly, IssuedCards.of(1, "cccd-2021"));
    assertEquals(
        List.of(Step.CHIP_AUTHENTICATION, Step.READ_FILE, Step.ACTIVE_AUTHENTICATION),
        steps.subList(4, steps.size()));
  }

  @Test
  void everyFileIsFollowedToItsEnd() throws Exception {
    Evidence evidence = inspect(SimulatedLinks::behindJdkBuffer, IssuedCards.of(1, "cccd-2021"));
    assertEquals(
        evidence.files().stream().map(EvidenceFile::id).toList(), List.copyOf(parts.keySet()));
    for (EvidenceFile file : evidence.files()) {
      List<Integer> read = parts.getOrDefault(file.id(), List.of());
      assertEquals(file.content().length(), read.get(read.size() - 1));
      assertEquals(file.content().length(), totals.get(file.id()));
      assertEquals(read.stream().sorted().distinct().toList(), read);
    }
    assertTrue(parts.getOrDefault(FileId.DG2, List.of()).size() > 1);
  }

  @Test
  void everyFileThatThereIsComesWithAllOfThem() throws Exception {
    SimulatedCard card =
        issued("whole", PersonaBuilder.passport("whole").bac().directory().information(1_000, 900));
    try (AccessKey key = SimulatedLinks.mrz(card)) {
      Evidence evidence = inspect(SimulatedLinks.inProcess(card.newChip()), key, Extent.ALL_FILES);
      assertEquals(
          List.of(FileId.CARD_ACCESS, FileId.ATR_INFO, FileId.DIR, FileId.SOD, FileId.COM),
          evidence.files().stream().map(EvidenceFile::id).limit(5).toList());
      assertTrue(evidence.file(FileId.ATR_INFO).isPresent());
      assertTrue(evidence.file(FileId.DIR).isPresent());
      assertTrue(evidence.file(FileId.COM).isPresent());
    }
  }

  private static SimulatedCard issued(String name, PersonaBuilder persona) {
    return IssuedCards.once(
        "steps: " + name, () -> SimulatedCard.builder().persona(persona.build()).seed(1).build());
  }

  private interface Linked {
    CardLink link(VirtualCard chip);
  }

  private Evidence inspect(Linked way, SimulatedCard card) throws Exception {
    try (AccessKey key = SimulatedLinks.mrz(card)) {
      return inspect(way.link(card.newChip()), key, Extent.NEEDED);
    }
  }

  private Evidence inspect(CardLink link, AccessKey key, Extent extent) throws InspectionException {
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void stepStarted(Step step) {
            steps.add(step);
          }

          @Override
          public void fileProgress(FileId file, int bytesRead, int bytesTotal) {
            parts.computeIfAbsent(file, first -> new ArrayList<>()).add(bytesRead);
            totals.put(file, bytesTotal);
          }
        };
    return new Inspection(
            new SecureRandom(),
            Clock.systemUTC(),
            System::nanoTime,
            Limits.defaults(),
            Policy.COUNTER)
        .run(
            link,
            key,
            new InspectionRequest(
                Captures.CHALLENGE, Optional.empty(), extent, listener, CancelSignal.never()));
  }

  private static CardLink withoutCardAccess(SimulatedCard card) {
    return new DecoratedLink(SimulatedLinks.inProcess(card.newChip())) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        String text = Bytes.of(command).toHex();
        return text.startsWith("00b09c") || text.startsWith("00a402")
            ? Bytes.ofHex("6982").toByteArray()
            : super.transmit(command);
      }
    };
  }

  private static CardLink shortLengthOnly(VirtualCard chip) {
    return new DecoratedLink(SimulatedLinks.inProcess(chip)) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        return command.length > 5 && command[4] == 0
            ? Bytes.ofHex("6700").toByteArray()
            : super.transmit(command);
      }
    };
  }
}
