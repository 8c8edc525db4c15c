/** {@code card trace}: what to do with a recorded inspection beside replaying it. */
@NullMarked
package io.cardproof.cli.trace;

import org.jspecify.annotations.NullMarked;
