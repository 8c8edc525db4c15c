/** PC/SC readers: the only place that knows {@code javax.smartcardio}. */
@NullMarked
package io.cardproof.reader.pcsc;

import org.jspecify.annotations.NullMarked;
