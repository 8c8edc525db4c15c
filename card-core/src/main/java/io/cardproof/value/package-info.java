/** Values: immutable bytes, and secrets that can be wiped. */
@NullMarked
package io.cardproof.value;

import org.jspecify.annotations.NullMarked;
