@NullMarked
package io.cardproof.simulator.issuer;

import org.jspecify.annotations.NullMarked;
