package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.MadeUpKey;
import io.cardproof.MadeUpTrace;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.MadeUp;
import io.cardproof.cli.show.TracedCommand;
import io.cardproof.cli.show.TracedCommands;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceEvent;
import io.cardproof.report.Findings;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("card trace redact")
final class TraceRedactTest {
  private static final int WINDOW = 10;
  private static final int MANY_VALUES = 8;
  private static final int LONG_ANSWER = 20;

  /** Files that hold something of this person or this card, somewhere in the middle. */
  private static final Set<FileId> PERSONAL =
      Set.of(FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG7, FileId.DG15, FileId.SOD);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest(name = "does the same with another person: {0} by {1}, {2}")
  @CsvSource({
    "cccd-2021, CAN, expired",
    "cccd-2024, MRZ,",
    "passport, MRZ,",
    "passport-2010, FIELDS,",
    "eac, CAN, dg2-changed",
    "id-pin, PIN, short-length-only"
  })
  void theSameStepsOverAnotherPerson(String persona, MadeUpKey.Form form, @Nullable String fault)
      throws Exception {
    SimulatedCard real = real(persona, fault);
    MadeUpKey key = MadeUp.key(real, form).orElseThrow();
    Report recorded = record(real, key);

    CardRun run = redact(key);

    assertEquals(0, run.exit(), run.out() + run.err());
    Trace trace = Trace.read(redacted());
    assertEquals(steps(Trace.read(original())), steps(trace));
    Report replayed = MadeUpTrace.read(redacted()).replay();
    assertEquals(Findings.of(recorded).lines(), Findings.of(replayed).lines());
    CardRun replay = CardRun.of("replay", redacted().toString(), "--json");
    assertEquals(recorded.verdict().id(), replay.json().path("verdict").asText(), replay.err());
    assertEquals(trace.head().now(), Trace.read(original()).head().now());
    assertHoldsNothingOf(real, recorded, replayed);
  }

  @Test
  @DisplayName("writes for the owner only, and never over the recorded trace")
  void files() throws Exception {
    SimulatedCard real = real("passport-2010", null);
    MadeUpKey key = MadeUp.key(real);
    record(real, key);
    redact(key);

    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(redacted())));
    CardRun over =
        CardRun.of("trace", "redact", redacted().toString(), "-o", redacted().toString());
    assertEquals(64, over.exit(), over.err());
    Path alias = Files.createLink(folder.resolve("alias.trace"), original());
    CardRun byAlias = CardRun.of("trace", "redact", original().toString(), "-o", alias.toString());
    assertEquals(64, byAlias.exit(), byAlias.err());
  }

  @Test
  @DisplayName("leaves no permissions of a file that was there")
  void permissions() throws Exception {
    SimulatedCard real = real("passport-2010", null);
    MadeUpKey key = MadeUp.key(real);
    record(real, key);
    Files.writeString(redacted(), "old");
    Files.setPosixFilePermissions(redacted(), PosixFilePermissions.fromString("rw-r--r--"));

    redact(key);

    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(redacted())));
  }

  @Test
  @DisplayName("says which findings differ where no made-up card can show them, and ends with 1")
  void differences() throws Exception {
    SimulatedCard real = real("cccd-2021", null);
    MadeUpKey key = MadeUp.key(real);
    record(real, key);

    // Whom the original trusts is not named: for this reader it is by nobody's authority.
    CardRun run =
        CardRun.fed(
            key.text(),
            "trace",
            "redact",
            original().toString(),
            "-o",
            redacted().toString(),
            "--fault",
            "clone",
            "--can",
            "-",
            "--json");

    assertEquals(1, run.exit(), run.err());
    assertFalse(run.json().path("same").asBoolean(true));
    assertEquals("inconclusive", run.json().path("outcome").path("recorded").asText());
    assertEquals("not-authentic", run.json().path("outcome").path("madeUp").asText());
    assertEquals("clone", run.json().path("faults").path(0).asText());
    assertTrue(run.out().contains("\"id\" : \"chip-authentication\""), run.out());
  }

  @Test
  @DisplayName("fails where the trace does not replay, or ended without a report")
  void failures() throws Exception {
    SimulatedCard real = real("cccd-2021", null);
    record(real, MadeUp.key(real));
    CardRun wrong = redact(new MadeUpKey(MadeUpKey.Form.CAN, "000000"));
    assertEquals(65, wrong.exit(), wrong.err());
    assertTrue(wrong.err().contains("exchange"), wrong.err());
    assertFalse(Files.exists(redacted()));

    SimulatedCard gone = real("passport-2010", "removed-at=9");
    try {
      record(gone, MadeUp.key(gone));
    } catch (InspectionException e) {
      CardRun none = redact(MadeUp.key(gone));
      assertEquals(65, none.exit(), none.err());
      assertTrue(none.err().contains("card-removed"), none.err());
      return;
    }
    throw new AssertionError("the card did not go away");
  }

  private void assertHoldsNothingOf(SimulatedCard real, Report recorded, Report replayed)
      throws Exception {
    String text = Files.readString(redacted());
    String content = text + "\n" + readable(replayed);
    for (String secret : secrets(real)) {
      assertFalse(stands(secret, content), "one of the secrets is in it");
    }
    for (EvidenceFile file : recorded.evidence().files()) {
      if (PERSONAL.contains(file.id()) && !file.content().isEmpty()) {
        // The rest of a security object is names of algorithms and an issuer.
        List<String> windows =
            windows(
                file.id() == FileId.SOD
                    ? file.content().from(file.content().length() - 4 * WINDOW)
                    : file.content());
        assertFalse(windows.isEmpty(), file.id().label());
        windows.forEach(window -> assertFalse(content.contains(window), file.id().label()));
      }
    }
    for (TraceEvent event : Trace.read(original()).events()) {
      for (Bytes said : said(event)) {
        assertFalse(text.contains(said.toHex()), "something of the recorded trace is in it");
      }
    }
    assertFalse(text.contains("Privater Leser"));
  }

  // Six digits also stand in the middle of hexadecimal ones, by chance.
  private static boolean stands(String secret, String text) {
    return secret.matches("\\d+")
        ? Pattern.compile("(?<![0-9a-f])" + secret + "(?![0-9a-f])").matcher(text).find()
        : text.contains(secret);
  }

  /** What is printed on the card, and the names in the zone. */
  private static Set<String> secrets(SimulatedCard card) throws MalformedDocumentException {
    Set<String> secrets = new TreeSet<>();
    secrets.addAll(card.mrz());
    secrets.add(Mrz.ofLines(card.mrz().toArray(new String[0])).documentNumber());
    card.can().ifPresent(secrets::add);
    card.pin().ifPresent(secrets::add);
    String names =
        card.name().startsWith("cccd") || card.name().equals("id-pin")
            ? card.mrz().get(2)
            : card.mrz().get(0).substring(5);
    String given = names.substring(names.indexOf("<<") + 2).replaceAll("<+$", "");
    secrets.add(given);
    card.qr().ifPresent(qr -> secrets.add(qr.substring(0, qr.indexOf('|'))));
    if (card.name().startsWith("cccd")) {
      secrets.remove(card.qr().orElseThrow().substring(0, 12));
      secrets.add(card.mrz().get(0).substring(15, 27));
      secrets.addAll(List.of("Thị Mẩn", "Văn Thẩ"));
    }
    return secrets;
  }

  /** All files that came through the channel, as text and in hexadecimal. */
  private static String readable(Report report) {
    StringBuilder all = new StringBuilder();
    for (EvidenceFile file : report.evidence().files()) {
      byte[] content = file.content().toByteArray();
      all.append(new String(content, StandardCharsets.UTF_8)).append('\n');
      all.append(file.content().toHex()).append('\n');
    }
    return all.toString();
  }

  private static List<String> windows(Bytes content) {
    List<String> windows = new ArrayList<>();
    for (int part = 10; part < 20; part++) {
      int from = content.length() * part / 20;
      if (from + WINDOW <= content.length()) {
        Bytes window = content.slice(from, from + WINDOW);
        if (variety(window) >= MANY_VALUES) {
          windows.add(window.toHex());
        }
      }
    }
    return windows;
  }

  private static int variety(Bytes window) {
    Set<Byte> values = new TreeSet<>();
    for (byte value : window.toByteArray()) {
      values.add(value);
    }
    return values.size();
  }

  private static List<Bytes> said(TraceEvent event) {
    if (event instanceof TraceEvent.Drawn drawn) {
      return drawn.bytes().length() >= WINDOW ? List.of(drawn.bytes()) : List.of();
    }
    if (event instanceof TraceEvent.Exchange exchange
        && (exchange.command().at(0) & 0x0C) != 0
        && exchange.response().length() > LONG_ANSWER) {
      return List.of(exchange.command(), exchange.response());
    }
    return List.of();
  }

  private static List<String> steps(Trace trace) {
    return TracedCommands.of(trace).stream().map(TracedCommand::what).toList();
  }

  private static SimulatedCard real(String persona, @Nullable String fault) throws IOException {
    SimulatedCard.Builder card = SimulatedCard.builder().persona(RealCitizen.like(persona));
    if (fault != null) {
      card.fault(fault);
    }
    return card.build();
  }

  private Report record(SimulatedCard card, MadeUpKey key) throws Exception {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    MadeUp.trust(card, trust);
    Files.writeString(anchors(), pem(card));
    InspectionOptions options = InspectionOptions.defaults();
    if (card.terminal().isPresent()) {
      options = options.terminal(MadeUp.terminal(card).orElseThrow());
    }
    VirtualCard chip = card.newChip();
    try (AccessKey opened = key.open();
        CardLink link = CardLink.of("Privater Leser", Bytes.of(chip.atr()), chip::transmit)) {
      return CardInspector.builder(trust.build()).build().record(original(), link, opened, options);
    }
  }

  private CardRun redact(MadeUpKey key) {
    String option =
        switch (key.form()) {
          case PIN -> "--pin";
          case MRZ, FIELDS -> "--mrz";
          default -> "--can";
        };
    return CardRun.fed(
        key.text().replace(MadeUpKey.LINE_BREAK, "\n"),
        "trace",
        "redact",
        original().toString(),
        "-o",
        redacted().toString(),
        option,
        "-",
        "--trust",
        anchors().toString());
  }

  private static String pem(SimulatedCard card) {
    StringBuilder pem = new StringBuilder();
    for (byte[] anchor : card.trust()) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(anchor))
          .append("\n-----END CERTIFICATE-----\n");
    }
    pem.append("-----BEGIN X509 CRL-----\n")
        .append(Base64.getMimeEncoder().encodeToString(card.crl()))
        .append("\n-----END X509 CRL-----\n");
    return pem.toString();
  }

  private Path original() {
    return folder.resolve("real.trace");
  }

  private Path redacted() {
    return folder.resolve("made-up.trace");
  }

  private Path anchors() {
    return folder.resolve("trust.pem");
  }
}
