/** Data objects of ISO/IEC 7816-4, as far as a chip needs them. */
@NullMarked
package io.cardproof.simulator.tlv;

import org.jspecify.annotations.NullMarked;
