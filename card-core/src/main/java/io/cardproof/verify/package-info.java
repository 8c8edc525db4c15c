/** Is it genuine: a pure function of evidence, expectation, trust, policy and time. */
@NullMarked
package io.cardproof.verify;

import org.jspecify.annotations.NullMarked;
