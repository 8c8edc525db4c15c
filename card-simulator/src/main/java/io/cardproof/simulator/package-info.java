/**
 * A software chip card for tests, demonstrations and CI: pick a persona or a folder of files, a
 * fault if you like, and put the chip into a reader.
 *
 * <p>{@link io.cardproof.simulator.SimulatedCard} is the way in. Everything here is made up, and
 * every certificate carries the TEST extension; nothing here is fit to be trusted for real.
 */
@NullMarked
package io.cardproof.simulator;

import org.jspecify.annotations.NullMarked;
