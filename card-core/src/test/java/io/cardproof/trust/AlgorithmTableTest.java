package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgorithmTableTest {
  private static final Map<String, String> DIGESTS =
      Map.of("SHA-1", "1.3.14.3.2.26", "SHA-224", "2.16.840.1.101.3.4.2.4");

  @ParameterizedTest(name = "{0}: to {1}")
  @CsvSource({"SHA-1, 2020-01-01T00:00:00Z", "SHA-224, 2031-01-01T00:00:00Z"})
  void aDigestIsBelievedUntilItsDay(String name, Instant until) {
    String oid = Objects.requireNonNull(DIGESTS.get(name));
    assertDoesNotThrow(
        () -> AlgorithmTable.USUAL.checkDigest(oid, until.minus(Duration.ofSeconds(1))));
    PathException refused =
        assertThrows(PathException.class, () -> AlgorithmTable.USUAL.checkDigest(oid, until));
    assertEquals(Reason.ALGORITHM_TOO_WEAK, refused.reason());
  }

  @Test
  void aTableCanOnlyBecomeStricter() {
    Instant early = Instant.parse("2010-01-01T00:00:00Z");
    AlgorithmTable stricter =
        AlgorithmTable.USUAL.and(
            new AlgorithmTable.Row(new AlgorithmTable.Subject.Digest("SHA-1"), early));
    assertThrows(PathException.class, () -> stricter.checkDigest("1.3.14.3.2.26", early));
    assertEquals(",sha-1-until=2010-01-01", stricter.difference());
    assertEquals(
        AlgorithmTable.USUAL, AlgorithmTable.USUAL.and(AlgorithmTable.USUAL.rows().get(0)));
  }

  @Test
  void theGuideHasEveryRow() throws Exception {
    String guide = Files.readString(Path.of("../docs/trust.md"));
    for (AlgorithmTable.Row row : AlgorithmTable.USUAL.rows()) {
      String until =
          row.until().equals(Instant.EPOCH)
              ? "never"
              : row.until().atZone(ZoneOffset.UTC).toLocalDate().toString();
      assertTrue(
          guide.contains("| `" + row.subject().id() + "` | " + until + " |"), row.subject().id());
    }
  }
}
