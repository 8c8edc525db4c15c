/** Placeholder. */
@NullMarked
package io.cardproof.simulator;

import org.jspecify.annotations.NullMarked;
