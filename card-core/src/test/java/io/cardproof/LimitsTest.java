package io.cardproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.chip.Limits;
import io.cardproof.document.ContentLimits;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Portrait;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.Tlv;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.image.ImageDecoder;
import io.cardproof.image.ImageException;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenDetails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Every limit is run into, and has its typed error")
class LimitsTest {
  private static final int MIB = 1024 * 1024;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static SimulatedCard card;

  @BeforeAll
  static void issue() throws Exception {
    card = SimulatedCard.builder().persona("cccd-2021").seed(1).build();
  }

  @Test
  void commands() {
    assertEquals(ErrorCode.LIMIT_EXCEEDED, protocol(new Limits(10, MIB, MINUTE)).code());
  }

  @Test
  void bytes() {
    assertEquals(ErrorCode.LIMIT_EXCEEDED, protocol(new Limits(1000, 2000, MINUTE)).code());
  }

  @Test
  void time() {
    CardUnavailableException late =
        assertThrows(
            CardUnavailableException.class,
            () -> capture(new Limits(1000, MIB, Duration.ofNanos(1))));
    assertEquals(ErrorCode.TIMEOUT, late.code());
  }

  @Test
  void lengthOfAFile() {
    ProtocolException refused = protocol(new Limits(1000, MIB, MINUTE, 1000));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
    assertEquals("EF.SOD declares more bytes than such a file may have", refused.getMessage());
  }

  @Test
  void theGuideHasEveryLimit() throws Exception {
    Limits usual = Limits.defaults();
    String guide = Files.readString(Path.of("../docs/embedding.md"));
    List<String> rows =
        List.of(
            row("commands", usual.apdus(), "`Limits`"),
            row("bytes sent and received", usual.bytes(), "`Limits`"),
            row("seconds", usual.time().toSeconds(), "`Limits`"),
            row("bytes of a file", usual.fileBytes(), "`Limits`"),
            row("objects inside each other", ContentLimits.NESTING, "fixed"),
            row("objects beside each other", ContentLimits.OBJECTS, "fixed"),
            row("pixels of a picture", ContentLimits.PIXELS, "`ImageDecoder`"));
    rows.forEach(row -> assertTrue(guide.contains(row), row));
  }

  @ParameterizedTest
  @EnumSource(FileId.class)
  void lengthOfAFileByItsKind(FileId id) throws Exception {
    int longest = ContentLimits.fileBytes(id);
    ContentLimits.check(id, Bytes.of(new byte[longest]));
    MalformedDocumentException refused =
        assertThrows(
            MalformedDocumentException.class,
            () -> ContentLimits.check(id, Bytes.of(new byte[longest + 1])));
    assertEquals(id, refused.file());
  }

  @ParameterizedTest
  @EnumSource(names = {"SOD", "CARD_SECURITY", "DG13", "DG14", "DG15", "DG16"})
  void whatIsParsedAsAWholeIsSmall(FileId id) {
    assertEquals(64 << 10, ContentLimits.fileBytes(id));
  }

  @Test
  void lengthOfWhatIsParsed() {
    Bytes large = Bytes.of(new byte[2 * MIB + 1]);
    assertThrows(MalformedDocumentException.class, () -> SecurityObject.parse(large));
    assertThrows(MalformedDocumentException.class, () -> SecurityInfos.parse(large));
    assertThrows(MalformedDocumentException.class, () -> Portrait.parseAll(large));
    assertThrows(MalformedDocumentException.class, () -> CitizenDetails.parse(large));
  }

  @Test
  void nesting() throws Exception {
    int deepest = ContentLimits.NESTING;
    assertEquals(1, SecurityInfos.parse(nested(deepest)).all().size());
    MalformedDocumentException refused =
        assertThrows(
            MalformedDocumentException.class, () -> SecurityInfos.parse(nested(deepest + 1)));
    assertEquals("EF.CardAccess, byte 64: nested too deeply", refused.getMessage());
  }

  @Test
  void objectsBesideEachOther() throws Exception {
    int most = ContentLimits.OBJECTS;
    assertEquals(most, Tlv.row(FileId.DIR, Bytes.of(row(most))).size());
    assertThrows(
        MalformedDocumentException.class, () -> Tlv.row(FileId.DIR, Bytes.of(row(most + 1))));
  }

  @Test
  void pixels() {
    byte[] wide = "P5 4096 1025 255 ".getBytes(StandardCharsets.US_ASCII);
    EncodedImage image = EncodedImage.of(Bytes.of(wide));
    ImageException refused =
        assertThrows(ImageException.class, () -> new ImageDecoder().decode(image));
    assertEquals(ImageException.Reason.TOO_LARGE, refused.reason());
  }

  @Test
  void aLimitIsPositive() {
    assertThrows(IllegalArgumentException.class, () -> new Limits(0, 1, MINUTE));
    assertThrows(IllegalArgumentException.class, () -> new Limits(1, 0, MINUTE));
    assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, MINUTE, 0));
    assertThrows(IllegalArgumentException.class, () -> new ImageDecoder(0));
  }

  private static String row(String what, long most, String where) {
    return String.format(Locale.ROOT, "| %s | %,d | %s |", what, most, where);
  }

  private static byte[] row(int count) {
    byte[] objects = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      objects[2 * i] = 0x44;
    }
    return objects;
  }

  /** Sets inside each other around an empty one. */
  private static Bytes nested(int depth) {
    Bytes inner = Bytes.ofHex("3100");
    for (int i = 0; i < depth; i++) {
      inner = Bytes.concat(Bytes.of((byte) 0x31, (byte) inner.length()), inner);
    }
    return inner;
  }

  private static ProtocolException protocol(Limits limits) {
    return assertThrows(ProtocolException.class, () -> capture(limits));
  }

  private static void capture(Limits limits) throws Exception {
    CardInspector inspector =
        CardInspector.builder(TrustStore.builder().build()).limits(limits).build();
    try (AccessKey key = AccessKey.can(card.can().orElseThrow());
        CardLink link = SimulatedLinks.inProcess(card.newChip())) {
      inspector.capture(link, key, Bytes.ofHex("0102030405060708"));
    }
  }
}
