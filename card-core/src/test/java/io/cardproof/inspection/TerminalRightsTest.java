package io.cardproof.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.FileId;
import io.cardproof.evidence.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the conditional rows of the unit terminal-authentication ask for beyond an outcome. */
class TerminalRightsTest {
  @ParameterizedTest(name = "{0}: fingers {1}, irises {2}")
  @CsvSource({
    "ISO7816_E_07, true, true",
    "ISO7816_E_14, false, true",
    "ISO7816_E_15, true, false",
    "ISO7816_E_16, false, false",
    "ISO7816_E_24, false, false",
    "ISO7816_E_29, true, false",
    "ISO7816_E_30, false, true",
  })
  void aTerminalReadsWhatItMayAndNoMore(String id, boolean fingers, boolean irises)
      throws Exception {
    Evidence evidence = CaseRun.evidence(id);
    assertEquals(fingers, evidence.file(FileId.DG3).isPresent());
    assertEquals(irises, evidence.file(FileId.DG4).isPresent());
  }

  @Test
  void detailsBehindTheRightToFingersAreReadToo() throws Exception {
    Evidence evidence = CaseRun.evidence("ISO7816_E_26");
    assertTrue(evidence.file(FileId.DG11).isPresent());
    assertTrue(evidence.file(FileId.DG12).isPresent());
  }

  @Test
  void aLinkIsSentToTheChipThatNeedsIt() throws Exception {
    assertEquals(3, sent("ISO7816_E_32"));
    assertEquals(4, sent("ISO7816_E_33"));
    assertEquals(2, sent("ISO7816_E_34"));
  }

  private static int sent(String id) throws Exception {
    return CaseRun.evidence(id).terminal().orElseThrow().holderReferences().size();
  }
}
