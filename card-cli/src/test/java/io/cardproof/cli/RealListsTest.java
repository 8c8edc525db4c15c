package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card trust on the German and the Dutch master list")
final class RealListsTest {
  private static final String TODAY = "2026-11-23";

  @TempDir Path data = Path.of("");

  @Test
  @DisplayName(
      "the two lists share 372 certificates; 216 are in the German one only, 39 in the other")
  void compared() {
    CardRun run =
        new StoreUser(data)
            .run("trust", "check", path(SharedFiles.GERMAN), path(SharedFiles.DUTCH), "--json");
    JsonNode changes = run.json();

    assertEquals(1, run.exit(), run.err());
    assertEquals(372, changes.path("same").asInt());
    assertEquals(216, changes.path("removed").size() + changes.path("replaced").size());
    assertEquals(39, changes.path("added").size() + changes.path("renewed").size());
  }

  @Test
  @DisplayName("17 German entries have expired, 12 are signed by no key of the list, 34 by SHA-1")
  void audited() {
    CardRun run =
        new StoreUser(data)
            .run("trust", "check", "--trust", path(SharedFiles.GERMAN), "--at", TODAY, "--json");
    Map<String, Integer> kinds = new TreeMap<>();
    run.json()
        .path("findings")
        .forEach(each -> kinds.merge(each.path("kind").asText(), 1, Integer::sum));

    assertEquals(17, kinds.get("expired"), kinds.toString());
    assertEquals(12, kinds.get("issuer-unknown"), kinds.toString());
    assertEquals(34, kinds.get("algorithm-weak"), kinds.toString());
    assertEquals(2, kinds.get("key-id-of-several-keys"), kinds.toString());
  }

  @Test
  @DisplayName("a whole list reads well on 80 columns, in both languages")
  void listed() {
    StoreUser user = new StoreUser(data);
    for (String language : new String[] {"en", "vi"}) {
      CardRun run =
          user.run("trust", "list", "--trust", path(SharedFiles.GERMAN), "--lang", language);
      assertEquals(0, run.exit(), run.err());
      assertTrue(run.out().contains("6b5fa6fe  CSCA ePassport Vietnam"), language);
      assertTrue(run.widest() <= 80, run.out());
    }
  }

  private static String path(String relative) {
    return SharedFiles.path(relative).toString();
  }
}
