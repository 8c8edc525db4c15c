package io.cardproof.verify;

import io.cardproof.trust.AlgorithmTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what {@link Policy#id()} writes: a preset, and after it what differs. */
final class PolicyId {
  private static final int MAX_CHANGES = 64;
  private static final String REVOCATION = "revocation=";

  private PolicyId() {}

  static Optional<Policy> policy(String id) {
    List<String> parts = Arrays.asList(id.split(",", MAX_CHANGES + 1));
    Optional<Policy> policy =
        Policy.presets().stream().filter(preset -> preset.id().equals(parts.get(0))).findFirst();
    for (String change : parts.subList(1, parts.size())) {
      policy = policy.flatMap(before -> changed(before, change));
    }
    return policy;
  }

  private static Optional<Policy> changed(Policy policy, String change) {
    return Stream.of(
            rule(policy, change),
            revocation(change).map(policy::with),
            AlgorithmTable.Row.of(change).map(policy::with))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<RevocationRule> revocation(String change) {
    return Arrays.stream(RevocationRule.values())
        .filter(rule -> change.equals(REVOCATION + rule.id()))
        .findFirst();
  }

  private static Optional<Policy> rule(Policy policy, String change) {
    for (PolicyRule rule : PolicyRule.values()) {
      for (Consequence consequence : Consequence.values()) {
        if (rule.allows(consequence) && change.equals(rule.id() + "=" + consequence.id())) {
          return Optional.of(policy.with(rule, consequence));
        }
      }
    }
    return Optional.empty();
  }
}
