/** How a report is shown: to people on a terminal, and to programs as JSON. */
@NullMarked
package io.cardproof.cli.show;

import org.jspecify.annotations.NullMarked;
