/**
 * Made-up pictures of made-up people, painted by arithmetic and written in the formats of chips.
 */
@NullMarked
package io.cardproof.simulator.picture;

import org.jspecify.annotations.NullMarked;
