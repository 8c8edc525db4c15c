/** Ways to a reader: vpcd, both directions, and a {@code javax.smartcardio} provider. */
@NullMarked
package io.cardproof.simulator.link;

import org.jspecify.annotations.NullMarked;
