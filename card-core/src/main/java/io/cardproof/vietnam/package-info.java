/**
 * The Vietnamese citizen card: its number, its QR code, its data group 13 and the rule of its life.
 * Measured on a card of 2021; later cards are read with the tolerance that their rules ask for.
 */
@NullMarked
package io.cardproof.vietnam;

import org.jspecify.annotations.NullMarked;
