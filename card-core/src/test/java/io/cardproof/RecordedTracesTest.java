package io.cardproof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.report.Findings;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of files that {@code card trace test} wrote into the folder of the traces. */
@DisplayName("Recorded traces")
class RecordedTracesTest {
  private static final String TRACE = ".trace";

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void replayToWhatIsExpected(String name) throws Exception {
    Path trace = folder().resolve(name + TRACE);
    Path expected = folder().resolve(name + ".expected");

    assertEquals(
        Files.readAllLines(expected), Findings.of(MadeUpTrace.read(trace).replay()).lines());
  }

  @Test
  @DisplayName("are of made-up documents, and there are some")
  void madeUp() throws Exception {
    List<String> names = names().toList();
    assertTrue(names.size() >= 5, names::toString);
    for (String name : names) {
      assertTrue(Trace.read(folder().resolve(name + TRACE)).head().isMadeUp(), name);
    }
  }

  @Test
  @DisplayName("are refused where they are a real document's, or trust somebody real")
  void real() throws Exception {
    String text = Files.readString(folder().resolve("authentic" + TRACE));

    assertEquals("setting test-key", place(text.replaceAll("set test-key [^\n]*\n", "")));
    assertEquals(
        "setting test-key", place(text.replaceAll("set test-key [^\n]*", "set test-key x")));
    assertEquals(
        "setting test-anchors",
        place(text.replaceAll("set test-anchors ..", "set test-anchors zz")));
    assertEquals(
        "setting test-anchors",
        place(text.replace("8295a984cde2a4aa9cc7", "8295a984cde2a4aa9cff")));
    assertEquals("setting policy", place(text.replaceAll("set policy [^\n]*", "set policy lax")));
  }

  @Test
  @DisplayName("fail at the first command that is another")
  void anotherCommand() throws Exception {
    String text = Files.readString(folder().resolve("authentic" + TRACE));
    int last = text.lastIndexOf("\n> ");
    String changed = text.substring(0, last + 3) + "0d" + text.substring(last + 5);

    assertTrue(place(changed).startsWith("exchange "), place(changed));
  }

  private static String place(String text) {
    Bytes content = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    return assertThrows(
            MalformedInputException.class, () -> MadeUpTrace.parse(content, "changed").replay())
        .place();
  }

  static Stream<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(TRACE))
          .map(file -> file.substring(0, file.length() - TRACE.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path folder() throws Exception {
    return Path.of(Objects.requireNonNull(RecordedTracesTest.class.getResource("/traces")).toURI());
  }
}
