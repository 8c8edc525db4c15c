/** Pictures, judged by decoders that nobody here wrote. */
@NullMarked
package io.cardproof.simulator.picture;

import org.jspecify.annotations.NullMarked;
