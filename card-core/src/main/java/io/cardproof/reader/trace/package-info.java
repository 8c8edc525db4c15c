/**
 * Everything that one inspection asks of the world outside, as a text file: what the card answered,
 * what randomness was drawn, when it was. Given again, it makes the same report.
 */
@NullMarked
package io.cardproof.reader.trace;

import org.jspecify.annotations.NullMarked;
