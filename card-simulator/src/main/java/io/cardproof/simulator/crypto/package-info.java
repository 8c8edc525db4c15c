/** Keys, ciphers and curves of ICAO 9303-11, seen from the chip. */
@NullMarked
package io.cardproof.simulator.crypto;

import org.jspecify.annotations.NullMarked;
