package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.trust.AlgorithmTable;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy is called, and that it is found by that. */
class PolicyIdTest {
  @ParameterizedTest
  @EnumSource(PolicyRule.class)
  void aCopyDiffersInOneRuleAndNamesIt(PolicyRule rule) {
    for (Policy preset : Policy.presets()) {
      for (Consequence consequence : Consequence.values()) {
        if (!rule.allows(consequence)) {
          assertThrows(IllegalArgumentException.class, () -> preset.with(rule, consequence));
          continue;
        }
        Policy copy = preset.with(rule, consequence);
        boolean same = preset.on(rule) == consequence;
        assertEquals(
            preset.id() + (same ? "" : "," + rule.id() + "=" + consequence.id()), copy.id());
        assertEquals(same, copy.equals(preset));
        assertEquals(preset, copy.with(rule, preset.on(rule)));
        for (PolicyRule other : PolicyRule.values()) {
          assertEquals(other == rule ? consequence : preset.on(other), copy.on(other));
        }
      }
    }
  }

  @Test
  void presetsAreFoundByTheirNames() {
    assertSame(Policy.STRICT, Policy.of("strict").orElseThrow());
    assertNotEquals(Policy.COUNTER, Policy.LEGACY);
  }

  @ParameterizedTest
  @MethodSource("io.cardproof.verify.PolicyTest#rulesAndPolicies")
  void aPolicyIsFoundByItsId(PolicyRule rule, Policy policy) {
    AlgorithmTable.Row row =
        new AlgorithmTable.Row(new AlgorithmTable.Subject.Modulus(4096), LocalDate.of(2029, 1, 31));
    for (RevocationRule revocation : RevocationRule.values()) {
      Policy changed = policy.with(revocation);
      assertEquals(changed.on(rule), Policy.of(changed.id()).orElseThrow().on(rule));
      assertEquals(Optional.of(changed), Policy.of(changed.id()));
      assertEquals(Optional.of(changed.with(row)), Policy.of(changed.with(row).id()));
      assertNotEquals(changed, changed.with(row));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lax",
        "counter,",
        ",counter",
        "counter,strict",
        "counter,revocation=never",
        "counter,portrait-not-read=refusal",
        "counter,portrait-not-read",
        "counter,sha-1-until=soon",
      })
  void whatIsNoIdIsNoPolicy(String id) {
    assertEquals(Optional.empty(), Policy.of(id));
  }

  @Test
  void anIdHasAnEnd() {
    assertEquals(Optional.of(Policy.COUNTER), Policy.of("counter" + ",revocation=soft".repeat(64)));
    assertEquals(Optional.empty(), Policy.of("counter" + ",revocation=soft".repeat(65)));
  }
}
