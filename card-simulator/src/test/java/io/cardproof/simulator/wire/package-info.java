@org.jspecify.annotations.NullMarked
package io.cardproof.simulator.wire;
