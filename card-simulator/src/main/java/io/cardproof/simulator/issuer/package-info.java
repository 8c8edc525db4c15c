/**
 * A test issuer: country signing CA, document signer, security object, revocation list, and the
 * files of the logical data structure as ICAO 9303-10 lays them out.
 */
@NullMarked
package io.cardproof.simulator.issuer;

import org.jspecify.annotations.NullMarked;
