package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.report.Disclosure;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.RevocationRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what a card is judged: when, how strictly, and over which challenge. */
public final class JudgementOptions {
  private static final int CHALLENGE_BYTES = 8;

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable Instant at;

  @Option(names = "--challenge", paramLabel = "HEX")
  private @Nullable String challenge;

  @Option(names = "--policy", paramLabel = "counter|strict|legacy")
  private @Nullable String policy;

  @Option(names = "--revocation", paramLabel = "off|soft|required")
  private @Nullable String revocation;

  @Option(names = "--disclose", paramLabel = "FIELD")
  private List<String> fields = new ArrayList<>();

  /** Finds what is wrong with the options before anything else is done. */
  public void check() throws CommandException {
    expectation(Expectation::challenge);
    policy();
  }

  /** The clock that {@code --at} sets, else {@code real}. */
  public Clock clock(Clock real) {
    return at == null ? real : Clock.fixed(at, ZoneOffset.UTC);
  }

  /** The challenge that the chip is expected to have answered. */
  public Optional<Bytes> challenge() throws CommandException {
    if (challenge == null) {
      return Optional.empty();
    }
    if (!challenge.matches("[0-9A-Fa-f]{" + 2 * CHALLENGE_BYTES + "}")) {
      throw CommandException.usage("usage.challenge");
    }
    return Optional.of(Bytes.ofHex(challenge));
  }

  /**
   * What is expected beyond a genuine document.
   *
   * @param ofChallenge what a challenge that was given means
   */
  public Expectation expectation(Function<Bytes, Expectation> ofChallenge) throws CommandException {
    Expectation expectation = challenge().map(ofChallenge).orElseGet(Expectation::none);
    List<Disclosure.Field> disclosed = disclosed();
    return disclosed.isEmpty()
        ? expectation
        : expectation.disclose(disclosed.toArray(new Disclosure.Field[0]));
  }

  /** How strictly the document is judged. */
  public Policy policy() throws CommandException {
    Policy chosen = preset();
    return revocation == null ? chosen : chosen.with(rule(revocation));
  }

  private Policy preset() throws CommandException {
    if (policy == null) {
      return Policy.COUNTER;
    }
    Optional<Policy> named = Policy.of(policy);
    if (named.isEmpty()) {
      String all = Policy.presets().stream().map(Policy::id).collect(Collectors.joining(", "));
      throw CommandException.usage("usage.policy", policy, all);
    }
    return named.get();
  }

  private static RevocationRule rule(String id) throws CommandException {
    for (RevocationRule rule : RevocationRule.values()) {
      if (rule.id().equalsIgnoreCase(id)) {
        return rule;
      }
    }
    String all =
        Arrays.stream(RevocationRule.values())
            .map(RevocationRule::id)
            .collect(Collectors.joining(", "));
    throw CommandException.usage("usage.revocation", id, all);
  }

  private List<Disclosure.Field> disclosed() throws CommandException {
    List<Disclosure.Field> disclosed = new ArrayList<>();
    for (String name : fields) {
      disclosed.add(field(name));
    }
    return disclosed;
  }

  private static Disclosure.Field field(String name) throws CommandException {
    for (Disclosure.Field field : Disclosure.Field.values()) {
      if (field.id().equalsIgnoreCase(name)) {
        return field;
      }
    }
    String all =
        Arrays.stream(Disclosure.Field.values())
            .map(Disclosure.Field::id)
            .collect(Collectors.joining(", "));
    throw CommandException.usage("usage.disclose", name, all);
  }
}
