/**
 * What a chip holds: its files, and their content as values. Nothing here judges; a file that does
 * not parse is a {@link io.cardproof.document.MalformedDocumentException}, which names the file and
 * the place and never quotes what it found.
 */
@NullMarked
package io.cardproof.document;

import org.jspecify.annotations.NullMarked;
