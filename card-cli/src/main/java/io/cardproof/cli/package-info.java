/** The card command: options in, a report and an exit code out. Everything else is the core's. */
@NullMarked
package io.cardproof.cli;

import org.jspecify.annotations.NullMarked;
