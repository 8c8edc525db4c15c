/**
 * Whether content that its issuer signed is laid out as the standards say. Nothing here makes a
 * document forged: a policy decides what such a defect is worth.
 */
@NullMarked
package io.cardproof.conformance;

import org.jspecify.annotations.NullMarked;
