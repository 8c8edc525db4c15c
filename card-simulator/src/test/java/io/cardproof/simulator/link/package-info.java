@NullMarked
package io.cardproof.simulator.link;

import org.jspecify.annotations.NullMarked;
