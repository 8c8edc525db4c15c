/** For users of JMRTD: a scuba card service as a link. */
@NullMarked
package io.cardproof.reader.scuba;

import org.jspecify.annotations.NullMarked;
