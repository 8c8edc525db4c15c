/** What went wrong on the way to a report; a verdict is never an exception. */
@NullMarked
package io.cardproof.error;

import org.jspecify.annotations.NullMarked;
