package io.cardproof.verify;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.document.FileId;
import io.cardproof.report.Disclosure;
import io.cardproof.report.HolderDetails;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenuineDetailsTest {
  private static final Bytes DG11 =
      tlv(
          0x6B,
          tlv(0x5F0E, text("NGUYEN<<VAN<A")),
          tlv(0x5F15, text("SUMMARY")),
          tlv(0x5F18, text("CUSTODY")));
  private static final Bytes DG16 = tlv(0x70, tlv(0xA1, tlv(0x5F51, text("LE<<THI<B"))));

  @Test
  void sensitiveDetailsReachNobodyWhoDidNotAskForThem() {
    HolderDetails details = view(FileId.DG11, DG11, FileId.DG16, DG16).details();
    HolderDetails shown = Disclosure.none().apply(details);
    assertEquals(Optional.of("NGUYEN<<VAN<A"), shown.personal().orElseThrow().fullName());
    assertEquals(Optional.empty(), shown.personal().orElseThrow().summary());
    assertEquals(Optional.empty(), shown.personal().orElseThrow().custody());
    assertEquals(List.of(), shown.personsToNotify());
    HolderDetails asked =
        Disclosure.of(
                Disclosure.Field.named("personal-summary"),
                Disclosure.Field.named("CUSTODY"),
                Disclosure.Field.named("persons_to_notify"))
            .apply(details);
    assertEquals(Optional.of("SUMMARY"), asked.personal().orElseThrow().summary());
    assertEquals(Optional.of("CUSTODY"), asked.personal().orElseThrow().custody());
    assertEquals(1, asked.personsToNotify().size());
  }

  @Test
  void theIssueDateOfDg12IsADayOfIssue() {
    Bytes dg12 = tlv(0x6C, tlv(0x5F26, text("20240506")));
    assertEquals(
        Optional.of(Instant.parse("2024-05-06T12:00:00Z")), view(FileId.DG12, dg12).issued());
    Bytes yearOnly = tlv(0x6C, tlv(0x5F26, text("20240000")));
    assertEquals(Optional.empty(), view(FileId.DG12, yearOnly).issued());
  }

  @Test
  void aFileThatDoesNotParseIsNamedAndTheOthersAreRead() {
    DocumentView view = view(FileId.DG11, DG11, FileId.DG3, tlv(0x63, Bytes.ofHex("020100")));
    assertEquals(Set.of(FileId.DG3), view.malformed());
    assertEquals(List.of(), view.details().fingers());
    assertEquals(Optional.of("NGUYEN<<VAN<A"), view.details().personal().orElseThrow().fullName());
  }

  private static DocumentView view(FileId id, Bytes content) {
    GenuineFiles files = new GenuineFiles();
    files.add(id, content);
    return DocumentView.of(files);
  }

  private static DocumentView view(FileId id, Bytes content, FileId id2, Bytes content2) {
    GenuineFiles files = new GenuineFiles();
    files.add(id, content);
    files.add(id2, content2);
    return DocumentView.of(files);
  }
}
