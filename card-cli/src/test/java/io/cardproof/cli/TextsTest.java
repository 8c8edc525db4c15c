package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import io.cardproof.cli.talk.Language;
import io.cardproof.cli.talk.Messages;
import io.cardproof.document.BodyPart;
import io.cardproof.error.ErrorCode;
import io.cardproof.report.Presence;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.Personas;
import io.cardproof.trust.AuditFinding;
import io.cardproof.trust.PathTrace;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.RefusedEntry;
import io.cardproof.trust.Revocation;
import io.cardproof.trust.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Texts")
final class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

  @ParameterizedTest(name = "both languages have the same texts: {0}")
  @ValueSource(strings = {"messages", "help"})
  void languagesHaveTheSameKeys(String bundle) throws IOException {
    Properties english = load(Language.ENGLISH, bundle);
    Properties vietnamese = load(Language.VIETNAMESE, bundle);

    assertEquals(
        new TreeSet<>(english.stringPropertyNames()),
        new TreeSet<>(vietnamese.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertFalse(vietnamese.getProperty(key).isBlank(), key);
      assertEquals(arguments(english, key), arguments(vietnamese, key), key);
    }
  }

  @ParameterizedTest(name = "no key stands twice, where the last would win: {0}")
  @ValueSource(strings = {"messages", "help"})
  void everyKeyStandsOnce(String bundle) throws IOException {
    for (Language language : Language.values()) {
      Set<String> keys = new TreeSet<>();
      for (String line : lines(language, bundle)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String key = line.substring(0, line.indexOf('='));
          assertTrue(keys.add(key), key);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} has a text")
  @EnumSource(Reason.class)
  void everyReasonHasText(Reason reason) {
    for (Language language : Language.values()) {
      assertTrue(Messages.in(language).find("reason." + reason.id()).isPresent(), reason.id());
    }
  }

  @ParameterizedTest(name = "{0} has a text")
  @MethodSource("keys")
  void everyKeyThatIsPutTogetherHasText(String key) {
    for (Language language : Language.values()) {
      assertTrue(Messages.in(language).find(key).isPresent(), language + " " + key);
    }
  }

  static Stream<String> keys() {
    return Stream.of(
            of("trust.refused.", RefusedEntry.Cause.values(), RefusedEntry.Cause::id),
            of("trust.kind.", SourceRecord.Kind.values(), SourceRecord.Kind::id),
            of("trust.pinning.", Provenance.Pinning.values(), Provenance.Pinning::id),
            of("audit.", AuditFinding.Kind.values(), AuditFinding.Kind::id),
            of("path.role.", PathTrace.Role.values(), PathTrace.Role::id),
            of("path.match.", PathTrace.Match.values(), PathTrace.Match::id),
            of("revocation.unknown.", Revocation.Cause.values(), Revocation.Cause::id),
            of("presence.", Presence.values(), Presence::id),
            of("part.", BodyPart.values(), BodyPart::id))
        .flatMap(each -> each);
  }

  private static <E> Stream<String> of(String family, E[] all, Function<E, String> id) {
    return Stream.of(all).map(each -> family + id.apply(each));
  }

  @ParameterizedTest(name = "{0} has a text and says what to do")
  @EnumSource(value = ErrorCode.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
  void everyErrorHasTextAndAdvice(ErrorCode code) {
    for (Language language : Language.values()) {
      assertTrue(Messages.in(language).find("error." + code.id()).isPresent(), code.id());
      assertTrue(
          Messages.in(language).find("error." + code.id() + ".advice").isPresent(), code.id());
    }
  }

  @ParameterizedTest(name = "every option of {0} is described")
  @ValueSource(
      strings = {
        "inspect",
        "verify",
        "replay",
        "trace show",
        "trace redact",
        "trace test",
        "readers",
        "watch",
        "simulate",
        "doctor",
        "unblock",
        "trust import",
        "trust list",
        "trust show",
        "trust check",
        "trust explain",
        "trust snapshot",
        "trust remove",
        "trust update"
      })
  void everyOptionIsDescribed(String command) {
    CardRun run = CardRun.of((command + " --help").split(" "));

    assertEquals(0, run.exit());
    List<String> lines = run.out().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      boolean bare = lines.get(i).matches("\\s+(-., )?--[^ ]+\\s*");
      boolean described = i + 1 < lines.size() && lines.get(i + 1).matches("\\s{20,}\\S.*");
      assertFalse(bare && !described, "no description in: " + lines.get(i));
    }
  }

  @Test
  @DisplayName("faults and personas are described in Vietnamese too")
  void theListsOfTheSimulatorAreTranslated() {
    Messages vietnamese = Messages.in(Language.VIETNAMESE);
    for (Faults.Entry fault : Faults.list()) {
      assertNotEquals(fault.summary(), vietnamese.said(fault.summary()), fault.id());
      assertEquals(fault.summary(), Messages.in(Language.ENGLISH).said(fault.summary()));
    }
    for (Personas.Entry persona : Personas.list()) {
      assertNotEquals(persona.summary(), vietnamese.said(persona.summary()), persona.name());
    }
  }

  @Test
  @DisplayName("what the library says is translated whole, or before and after a colon")
  void detailsAreTranslated() {
    Messages vietnamese = Messages.in(Language.VIETNAMESE);
    assertEquals("không phải sáu chữ số", vietnamese.said("not six digits"));
    assertEquals("kênh bảo mật: xyz", vietnamese.said("secure messaging: xyz"));
    assertEquals("xyz", vietnamese.said("xyz"));
    CardRun run = CardRun.of("--lang", "vi", "inspect", "--simulated", "--can", "12345");
    assertTrue(run.err().contains("CAN, toàn bộ: không phải sáu chữ số"), run.err());
  }

  @Test
  @DisplayName("an apostrophe stands once, with and without arguments")
  void apostrophes() {
    Messages english = Messages.in(Language.ENGLISH);
    assertTrue(english.text("reason.signer-certificate-missing").contains("signer's"));
    assertFalse(english.text("warning.no-trust").contains("''"));
  }

  private static Set<String> arguments(Properties texts, String key) {
    Set<String> found = new TreeSet<>();
    ARGUMENT.matcher(texts.getProperty(key)).results().forEach(hit -> found.add(hit.group()));
    return found;
  }

  private static List<String> lines(Language language, String bundle) throws IOException {
    try (InputStream in = TextsTest.class.getResourceAsStream(language.resource(bundle))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Properties load(Language language, String bundle) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream(language.resource(bundle))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
