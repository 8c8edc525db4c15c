/** What we say: the verdict, its reasons, and the holder behind it. */
@NullMarked
package io.cardproof.report;

import org.jspecify.annotations.NullMarked;
