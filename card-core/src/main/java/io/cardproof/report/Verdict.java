package io.cardproof.report;

import io.cardproof.check.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Whether the document is genuine. Only two of the four kinds have a holder. */
public sealed interface Verdict {
  /** The stable name for programs. */
  String id();

  /** One function for each kind. */
  <T> T fold(
      Function<Authentic, T> authentic,
      Function<Expired, T> expired,
      Function<NotAuthentic, T> notAuthentic,
      Function<Inconclusive, T> inconclusive);

  /** Genuine and in date. */
  record Authentic(Holder holder, Presence presence) implements Verdict {
    @Override
    public String id() {
      return "authentic";
    }

    @Override
    public <T> T fold(
        Function<Authentic, T> authentic,
        Function<Expired, T> expired,
        Function<NotAuthentic, T> notAuthentic,
        Function<Inconclusive, T> inconclusive) {
      return authentic.apply(this);
    }
  }

  /**
   * Genuine, but past its date.
   *
   * @param since the first day on which it is no longer valid
   */
  record Expired(Holder holder, Presence presence, LocalDate since) implements Verdict {
    @Override
    public String id() {
      return "expired";
    }

    @Override
    public <T> T fold(
        Function<Authentic, T> authentic,
        Function<Expired, T> expired,
        Function<NotAuthentic, T> notAuthentic,
        Function<Inconclusive, T> inconclusive) {
      return expired.apply(this);
    }
  }

  /** A rule is broken: these checks failed. */
  record NotAuthentic(List<Check> failed) implements Verdict {
    /** Copies the list. */
    public NotAuthentic {
      failed = List.copyOf(failed);
    }

    @Override
    public String id() {
      return "not-authentic";
    }

    @Override
    public <T> T fold(
        Function<Authentic, T> authentic,
        Function<Expired, T> expired,
        Function<NotAuthentic, T> notAuthentic,
        Function<Inconclusive, T> inconclusive) {
      return notAuthentic.apply(this);
    }
  }

  /** Nobody can say: these checks stayed open. */
  record Inconclusive(List<Check> open) implements Verdict {
    /** Copies the list. */
    public Inconclusive {
      open = List.copyOf(open);
    }

    @Override
    public String id() {
      return "inconclusive";
    }

    @Override
    public <T> T fold(
        Function<Authentic, T> authentic,
        Function<Expired, T> expired,
        Function<NotAuthentic, T> notAuthentic,
        Function<Inconclusive, T> inconclusive) {
      return inconclusive.apply(this);
    }
  }
}
