package com.example.counter;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.check.Check;
import io.cardproof.check.Reason;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A counter where people open an account with their identity card. */
public final class Counter {
  private final CardInspector inspector;

  /** A counter that believes the authorities in {@code trust}. One is enough for all clerks. */
  public Counter(TrustStore trust) {
    this.inspector = CardInspector.builder(trust).build();
  }

  /** Reads the card and says what to do with it. */
  public Decision serve(CardLink card, AccessKey key) {
    try {
      return decide(inspector.inspect(card, key));
    } catch (AccessDeniedException e) {
      return new Decision.AskForTheNumberAgain();
    } catch (CardUnavailableException e) {
      return new Decision.PresentAgain();
    } catch (InspectionException e) {
      return new Decision.UseAnotherDocument(e.code().id());
    }
  }

  /** One function for each verdict, so that none is forgotten. */
  private static Decision decide(Report report) {
    return report
        .verdict()
        .<Decision>fold(
            authentic -> new Decision.OpenAccount(Customer.of(authentic.holder())),
            expired -> new Decision.AskForValidCard(expired.since()),
            notAuthentic -> new Decision.Reject(reasons(notAuthentic.failed())),
            inconclusive -> new Decision.Review(reasons(inconclusive.open())));
  }

  private static List<String> reasons(List<Check> checks) {
    return checks.stream().flatMap(check -> check.reason().stream()).map(Reason::id).toList();
  }

  /** Serves one card at the first reader; the argument is a folder of trusted certificates. */
  public static void main(String[] arguments) throws InspectionException {
    Counter counter = new Counter(TrustStore.load(Path.of(arguments[0])));
    System.out.println("Lay the card on the reader.");
    try (CardLink card = PcscReaders.waitForCard(Duration.ofSeconds(30));
        AccessKey key = AccessKey.can(System.console().readPassword("CAN: "))) {
      System.out.println(counter.serve(card, key));
    }
  }
}
