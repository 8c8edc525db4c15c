/**
 * Simulated documents as parameters of JUnit 5 tests. JUnit itself is the test's to bring: the
 * dependency is optional, and nothing outside this package needs it.
 *
 * <pre>{@code
 * @Test
 * @SimulatedDocument(persona = "cccd-2021", faults = "clone", seed = 7)
 * void aCopiedChipIsTurnedAway(VirtualCard chip) { ... }
 * }</pre>
 */
@NullMarked
package io.cardproof.simulator.junit;

import org.jspecify.annotations.NullMarked;
