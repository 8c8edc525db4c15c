package io.cardproof.cli.show;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Tone;
import java.util.Locale;
import java.util.Optional;

/** What checks and their results are called in one language. */
final class Labels {
  private static final String HASH = "passive-authentication.hash.";

  private final Messages messages;

  Labels(Messages messages) {
    this.messages = messages;
  }

  /** What the check asks; its id where nobody has named it yet. */
  String name(CheckId id) {
    if (isHash(id)) {
      String file = id.value().substring(HASH.length()).toUpperCase(Locale.ROOT);
      return messages.text("check.passive-authentication.hash", file);
    }
    return messages.find("check." + id.value()).orElse(id.value());
  }

  /** Why it did not pass; nothing where it did. */
  String reason(Check check) {
    return check.reason().map(reason -> messages.text("reason." + reason.id())).orElse("");
  }

  /** What to do about it; nothing where there is nothing to do. */
  String advice(Check check) {
    if (check.status() == Status.PASSED || check.status() == Status.NOT_APPLICABLE) {
      return "";
    }
    return check
        .reason()
        .flatMap(reason -> messages.find("reason." + reason.id() + ".advice"))
        .orElse("");
  }

  /** The remark in this language; as the library says it where nobody has put it into words. */
  String remark(Remark remark) {
    String key = "remark." + remark.id();
    return messages
        .find(key + "." + remark.detail().replace(' ', '-'))
        .or(() -> messages.find(key, remark.detail()))
        .or(() -> defect(remark))
        .orElse(remark.detail());
  }

  /**
   * A defect of content has the text of its reason, after the place that the detail begins with.
   */
  private Optional<String> defect(Remark remark) {
    int place = remark.detail().indexOf(": ");
    return place < 0
        ? Optional.empty()
        : messages
            .find("reason." + remark.id())
            .map(text -> remark.detail().substring(0, place + 2) + text);
  }

  static boolean isHash(CheckId id) {
    return id.value().startsWith(HASH);
  }

  static String mark(Status status) {
    return switch (status) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case INCONCLUSIVE -> "?";
      case NOT_APPLICABLE -> "–";
    };
  }

  static Tone tone(Status status) {
    return switch (status) {
      case PASSED -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case INCONCLUSIVE -> Tone.CAUTION;
      case NOT_APPLICABLE -> Tone.NEUTRAL;
    };
  }
}
