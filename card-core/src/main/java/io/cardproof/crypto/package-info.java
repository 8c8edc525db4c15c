/** Pure functions of the standard: keys, MACs, curves, and the checks of a chip's proofs. */
@NullMarked
package io.cardproof.crypto;

import org.jspecify.annotations.NullMarked;
