package io.cardproof.verify;

import static io.cardproof.verify.Consequence.ACCEPTED;
import static io.cardproof.verify.Consequence.FAILURE;
import static io.cardproof.verify.Consequence.INCONCLUSIVE;
import static io.cardproof.verify.Consequence.REMARK;
import static java.util.Map.entry;

import io.cardproof.trust.AlgorithmTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an inspection requires, what it may do without, and what a downgrade does. Immutable: {@link
 * #with} gives a copy with one rule changed.
 *
 * <pre>{@code
 * Policy lists = Policy.COUNTER.with(RevocationRule.REQUIRED);
 * Policy noPortrait = Policy.COUNTER.with(PolicyRule.PORTRAIT_NOT_READ, Consequence.REMARK);
 * }</pre>
 *
 * <p>No policy lets a broken rule pass; that a list names the signer is not seen where lists are
 * not looked at. The table of algorithms can only be made stricter.
 */
public final class Policy {
  /**
   * For a counter, and the usual one: the chip must be proven and the portrait read; a downgrade of
   * access control and unknown revocation are remarks.
   */
  public static final Policy COUNTER =
      new Policy(
          new Preset(
              "counter",
              RevocationRule.SOFT,
              Map.ofEntries(
                  entry(PolicyRule.CHIP_PROOF_NONE, INCONCLUSIVE),
                  entry(PolicyRule.PRESENCE_NOT_PROVEN, ACCEPTED),
                  entry(PolicyRule.PORTRAIT_NOT_READ, INCONCLUSIVE),
                  entry(PolicyRule.TERMINAL_FILES_NOT_READ, ACCEPTED),
                  entry(PolicyRule.TERMINAL_NOT_ACCEPTED, REMARK),
                  entry(PolicyRule.BASIC_ACCESS, ACCEPTED),
                  entry(PolicyRule.PACE_NOT_USED, REMARK),
                  entry(PolicyRule.CARD_ACCESS_MISMATCH, REMARK),
                  entry(PolicyRule.WEAKER_PROOF, REMARK),
                  entry(PolicyRule.OPEN_CHIP, INCONCLUSIVE),
                  entry(PolicyRule.CONTENT_DEFECT, REMARK),
                  entry(PolicyRule.PRESENTED_NAME_DIFFERS, REMARK))));

  /**
   * For an inspection system as BSI TR-03105-5.1 tests it: a downgrade of any kind and unknown
   * revocation leave the verdict open, and content that is not as the standards say fails. That a
   * chip opens by BAC, or to everybody, is a remark.
   */
  public static final Policy STRICT =
      preset(
          "strict",
          RevocationRule.REQUIRED,
          Map.of(
              PolicyRule.TERMINAL_NOT_ACCEPTED, INCONCLUSIVE,
              PolicyRule.BASIC_ACCESS, REMARK,
              PolicyRule.PACE_NOT_USED, INCONCLUSIVE,
              PolicyRule.CARD_ACCESS_MISMATCH, INCONCLUSIVE,
              PolicyRule.WEAKER_PROOF, INCONCLUSIVE,
              PolicyRule.OPEN_CHIP, REMARK,
              PolicyRule.CONTENT_DEFECT, FAILURE,
              PolicyRule.PRESENTED_NAME_DIFFERS, FAILURE));

  /**
   * For old chips: as {@link #COUNTER}, and a chip that cannot prove itself or has no access
   * control is a remark.
   */
  public static final Policy LEGACY =
      preset(
          "legacy",
          RevocationRule.SOFT,
          Map.of(PolicyRule.CHIP_PROOF_NONE, REMARK, PolicyRule.OPEN_CHIP, REMARK));

  private final Preset preset;
  private final Map<PolicyRule, Consequence> changed;
  private final RevocationRule revocation;
  private final AlgorithmTable algorithms;

  private record Preset(
      String name, RevocationRule revocation, Map<PolicyRule, Consequence> rules) {}

  /** Another preset: {@link #COUNTER}, with what is different. */
  private static Policy preset(
      String name, RevocationRule revocation, Map<PolicyRule, Consequence> different) {
    Map<PolicyRule, Consequence> rules = new EnumMap<>(COUNTER.preset.rules());
    rules.putAll(different);
    return new Policy(new Preset(name, revocation, rules));
  }

  private Policy(Preset preset) {
    this(preset, Map.of(), preset.revocation(), AlgorithmTable.USUAL);
  }

  private Policy(
      Preset preset,
      Map<PolicyRule, Consequence> changed,
      RevocationRule revocation,
      AlgorithmTable algorithms) {
    this.preset = preset;
    this.changed = changed;
    this.revocation = revocation;
    this.algorithms = algorithms;
  }

  /** The policies that have a name, the usual one first. */
  public static List<Policy> presets() {
    return List.of(COUNTER, STRICT, LEGACY);
  }

  /** The policy whose {@link #id()} this is, a preset with or without changes; empty if none. */
  public static Optional<Policy> of(String id) {
    return PolicyId.policy(id);
  }

  /**
   * The stable name for programs: that of the preset, and after it everything that differs, such as
   * {@code counter,portrait-not-read=remark,revocation=off}.
   */
  public String id() {
    return preset.name()
        + changed.entrySet().stream()
            .map(rule -> "," + rule.getKey().id() + "=" + rule.getValue().id())
            .collect(Collectors.joining())
        + (revocation == preset.revocation() ? "" : ",revocation=" + revocation.id())
        + algorithms.difference();
  }

  /** What it asks of revocation lists. */
  public RevocationRule revocation() {
    return revocation;
  }

  /** Until when it believes which algorithm. */
  public AlgorithmTable algorithms() {
    return algorithms;
  }

  /** What this policy makes of the situation. */
  public Consequence on(PolicyRule rule) {
    return changed.getOrDefault(rule, Objects.requireNonNull(preset.rules().get(rule)));
  }

  /**
   * The same policy with one rule changed.
   *
   * @throws IllegalArgumentException for a refusal of what is known only after reading
   */
  public Policy with(PolicyRule rule, Consequence consequence) {
    if (!rule.allows(consequence)) {
      throw new IllegalArgumentException(rule.id() + " cannot be a " + consequence.id());
    }
    Map<PolicyRule, Consequence> copy = new EnumMap<>(PolicyRule.class);
    copy.putAll(changed);
    copy.put(rule, consequence);
    copy.entrySet().removeIf(entry -> entry.getValue() == preset.rules().get(entry.getKey()));
    return new Policy(preset, copy, revocation, algorithms);
  }

  /** The same policy with another rule for revocation lists. */
  public Policy with(RevocationRule rule) {
    return new Policy(preset, changed, rule, algorithms);
  }

  /** The same policy, which in addition believes less. */
  public Policy with(AlgorithmTable.Row... rows) {
    return new Policy(preset, changed, revocation, algorithms.and(rows));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy policy && id().equals(policy.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return "Policy[" + id() + "]";
  }
}
