/**
 * The chip: command bytes in, answer bytes out. Start at {@link
 * io.cardproof.simulator.chip.VirtualCard}.
 */
@NullMarked
package io.cardproof.simulator.chip;

import org.jspecify.annotations.NullMarked;
