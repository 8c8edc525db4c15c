/**
 * Faults of the road between chip and reader: what becomes of single commands and their answers.
 */
@NullMarked
package io.cardproof.simulator.wire;

import org.jspecify.annotations.NullMarked;
