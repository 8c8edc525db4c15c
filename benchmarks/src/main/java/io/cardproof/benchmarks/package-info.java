/** What verifying costs: warm by JMH, cold in fresh virtual machines. */
@NullMarked
package io.cardproof.benchmarks;

import org.jspecify.annotations.NullMarked;
