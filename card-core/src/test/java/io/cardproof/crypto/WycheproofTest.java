package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file of Project Wycheproof that is at hand, through the entry points that verify documents.
 * Where we answer otherwise than the vector says, a line of {@code wycheproof-divergences.txt}
 * gives the reason; a line that is no longer true is an error too.
 */
class WycheproofTest {
  private static final int FILES = 14;

  @Test
  void everyFileIsHere() throws Exception {
    assertEquals(FILES, files().size());
  }

  @TestFactory
  Stream<DynamicTest> everyVectorIsAnsweredAsItSaysOrTheReasonIsWritten() throws Exception {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file, () -> assertAnsweredAsWritten(file)));
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(SharedData.path("wycheproof"))) {
      return all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith("_test.json"))
          .sorted()
          .toList();
    }
  }

  private static void assertAnsweredAsWritten(String file) throws Exception {
    Map<Integer, String> divergences = new TreeMap<>();
    int tests = 0;
    for (JsonNode group : SharedData.json("wycheproof/" + file).get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        tests++;
        String expected = test.get("result").asText();
        String answered = WycheproofAnswers.to(group, test) ? "valid" : "invalid";
        if (!expected.equals("acceptable") && !expected.equals(answered)) {
          divergences.put(test.get("tcId").asInt(), answered + ", " + test.get("comment").asText());
        }
      }
    }
    assertFalse(tests == 0);
    Set<Integer> written = written(file);
    assertEquals(written, divergences.keySet(), divergences.toString());
  }

  private static Set<Integer> written(String file) {
    return lines()
        .map(line -> line.split(";", -1))
        .filter(parts -> parts[0].strip().equals(file))
        .flatMap(parts -> Arrays.stream(parts[1].strip().split(" ")))
        .flatMapToInt(WycheproofTest::range)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static IntStream range(String numbers) {
    String[] ends = numbers.split("-", -1);
    return IntStream.rangeClosed(
        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  private static Stream<String> lines() {
    try (InputStream in = WycheproofTest.class.getResourceAsStream("wycheproof-divergences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
