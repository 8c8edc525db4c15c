/** What came back from a chip: bytes and protocol transcripts, never outcomes. */
@NullMarked
package io.cardproof.evidence;

import org.jspecify.annotations.NullMarked;
