/**
 * {@code card trust}: the certificates that the operator trusts, and what is to be said of them.
 */
@NullMarked
package io.cardproof.cli.trust;

import org.jspecify.annotations.NullMarked;
