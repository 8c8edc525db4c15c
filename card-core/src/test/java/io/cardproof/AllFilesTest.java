package io.cardproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.document.CardApplications;
import io.cardproof.document.EfCom;
import io.cardproof.document.FileId;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllFilesTest {
  @Test
  void theFilesThatNobodySignedAreReadWhereTheyAreAskedFor() throws Exception {
    Evidence usual = capture("passport", InspectionOptions.defaults());
    Evidence all = capture("passport", InspectionOptions.defaults().allFiles());
    assertEquals(Optional.empty(), usual.file(FileId.COM));
    assertTrue(EfCom.parse(all.file(FileId.COM).orElseThrow()).files().contains(FileId.DG1));
    CardApplications directory = CardApplications.parse(all.file(FileId.DIR).orElseThrow());
    assertEquals(Bytes.ofHex("A0000002471001"), directory.applications().get(0).identifier());
    assertEquals(usual.file(FileId.SOD), all.file(FileId.SOD));
    EvidenceCodec codec = new EvidenceCodec();
    assertEquals(all, codec.decode(codec.encode(all), "file"));
  }

  @Test
  void aCardThatHasNoneOfThemIsReadAllTheSame() throws Exception {
    Evidence all = capture("cccd-2021", InspectionOptions.defaults().allFiles());
    assertEquals(Optional.empty(), all.file(FileId.DIR));
    assertTrue(all.file(FileId.DG13).isPresent());
    assertTrue(all.files().stream().anyMatch(file -> file.id() == FileId.DIR));
  }

  private static Evidence capture(String persona, InspectionOptions options) throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona(persona).seed(7).build();
    VirtualCard chip = card.newChip();
    CardInspector inspector = CardInspector.builder(TrustStore.builder().build()).build();
    try (CardLink link = CardLink.of(persona, Bytes.of(chip.atr()), chip::transmit);
        AccessKey key = AccessKey.can(card.can().orElseThrow())) {
      return inspector.capture(link, key, options);
    }
  }
}
