/** Placeholder. */
@NullMarked
package io.cardproof;

import org.jspecify.annotations.NullMarked;
