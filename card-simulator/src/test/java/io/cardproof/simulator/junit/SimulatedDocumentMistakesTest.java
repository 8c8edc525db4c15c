package io.cardproof.simulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.cardproof.simulator.SimulatedCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What the extension says to a test that cannot have what it asks for. */
class SimulatedDocumentMistakesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "UnknownPersona, unknown persona cccd-1921; known are cccd-2021",
    "UnknownFault, unknown fault cloned; known are dg2-changed",
    "FaultWithoutNumber, 'N is the number of a command, from 1 on'",
    "WrongClock, the clock yesterday is no instant such as 2026-11-23T00:00:00Z",
    "NoAnnotation, No ParameterResolver registered",
  })
  void aMistakeNamesWhatThereIs(String test, String expected) throws Exception {
    TestExecutionSummary summary = run(Class.forName(Mistakes.class.getName() + "$" + test));
    assertEquals(1, summary.getTestsFailedCount());
    String message = messages(summary).get(0);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void theMistakeIsNamedWithItsPlace() {
    String message = messages(run(Mistakes.UnknownPersona.class)).get(0);
    assertTrue(message.contains("@SimulatedDocument at "), message);
    assertTrue(message.contains("UnknownPersona"), message);
  }

  @Test
  void withoutAServiceATestIsSkippedUnlessTheRunInsists() {
    if (PcscSlots.available()) {
      assertEquals(1, run(Mistakes.RealReader.class).getTestsSucceededCount());
      return;
    }
    assertEquals(1, run(Mistakes.RealReader.class).getTestsSkippedCount());
    assertFalse(run(Mistakes.RealReaderBefore.class).getTestsStartedCount() > 0);
    TestExecutionSummary insisted = run(Mistakes.RealReader.class, "pcsc");
    assertEquals(1, insisted.getTestsFailedCount());
    assertTrue(messages(insisted).get(0).contains("Virtual PCD 00 0"), messages(insisted).get(0));
  }

  private static TestExecutionSummary run(Class<?> test, String... required) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .configurationParameters(
                Map.of("cardproof.require", String.join(",", List.of(required))))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  private static List<String> messages(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(failure -> Optional.ofNullable(failure.getException().getMessage()).orElse(""))
        .toList();
  }

  /** Tests that are only run from here: no file of tests is named after them. */
  static final class Mistakes {
    private Mistakes() {}

    static final class UnknownPersona {
      @Test
      @SimulatedDocument(persona = "cccd-1921")
      void test(SimulatedCard card) {}
    }

    static final class UnknownFault {
      @Test
      @SimulatedDocument(faults = "cloned")
      void test(SimulatedCard card) {}
    }

    static final class FaultWithoutNumber {
      @Test
      void test(@SimulatedDocument(faults = "removed-at=") SimulatedCard card) {}
    }

    static final class WrongClock {
      @Test
      @SimulatedDocument(clock = "yesterday")
      void test(SimulatedCard card) {}
    }

    static final class NoAnnotation {
      @Test
      void test(SimulatedCard card) {}
    }

    static final class RealReader {
      @Test
      @SimulatedDocument
      void test(PcscReader reader) {}
    }

    @SimulatedDocument
    static final class RealReaderBefore {
      @BeforeEach
      void before(PcscReader reader) {}

      @Test
      void test() {}
    }
  }
}
