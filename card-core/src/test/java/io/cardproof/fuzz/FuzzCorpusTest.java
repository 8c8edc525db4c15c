package io.cardproof.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.MalformedInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing found, and the inputs that reach the most code, run through every parser again. */
class FuzzCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "fuzz");

  static List<FuzzTarget> targets() {
    return FuzzTargets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noInputBreaksTheParser(FuzzTarget target) throws Exception {
    List<Path> inputs = inputs(target);
    assertFalse(inputs.isEmpty(), "no corpus");
    assertAll(inputs.stream().map(input -> () -> target.run(read(input))));
  }

  @Test
  void anUncaughtExceptionIsFound() {
    FuzzTarget target =
        new FuzzTarget(
            "broken",
            1 << 20,
            content -> {
              throw new IllegalStateException("broken");
            });
    assertThrows(IllegalStateException.class, () -> target.run(new byte[1]));
  }

  @Test
  void tooMuchMemoryIsFound() {
    FuzzTarget target =
        new FuzzTarget(
            "greedy",
            1 << 20,
            content -> {
              if (new byte[2 << 20].length > content.length()) {
                throw new MalformedInputException("greedy", "byte 0", "refused too late");
              }
            });
    assertThrows(AssertionError.class, () -> target.run(new byte[1]));
  }

  private static List<Path> inputs(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.name()))) {
      return files.sorted().toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
