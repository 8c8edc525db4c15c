/**
 * Habits of real chips that a reader has to live with: nothing about them is forged, and each is a
 * named fault of {@link io.cardproof.simulator.SimulatedCard}.
 */
@NullMarked
package io.cardproof.simulator.quirk;

import org.jspecify.annotations.NullMarked;
