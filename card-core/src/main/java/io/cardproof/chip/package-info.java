/** Talking to a chip: the access protocols, secure messaging, files, and the ordered inspection. */
@NullMarked
package io.cardproof.chip;

import org.jspecify.annotations.NullMarked;
