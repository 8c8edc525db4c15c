/** What opens a chip: an access key, and the printed data that it was made from. */
@NullMarked
package io.cardproof.access;

import org.jspecify.annotations.NullMarked;
