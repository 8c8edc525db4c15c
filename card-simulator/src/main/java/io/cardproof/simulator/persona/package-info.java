/**
 * The documents the simulator knows by name, with their made-up holders, and documents from a
 * folder.
 */
@NullMarked
package io.cardproof.simulator.persona;

import org.jspecify.annotations.NullMarked;
