/** Where cards come from: a link carries command APDUs to a card and brings its answers back. */
@NullMarked
package io.cardproof.reader;

import org.jspecify.annotations.NullMarked;
