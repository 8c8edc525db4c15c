/**
 * The chips of an inspection system's test plan, BSI TR-03105 Part 5.1: what each differs in from a
 * base chip, and what a reader must make of it. One class for each unit of the plan says how its
 * chips are made.
 */
@NullMarked
package io.cardproof.simulator.inspection;

import org.jspecify.annotations.NullMarked;
