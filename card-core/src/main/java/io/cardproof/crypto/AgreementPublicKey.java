package io.cardproof.crypto;

import io.cardproof.value.Bytes;

/**
 * A chip's public key for key agreement.
 *
 * @param group where it lies
 * @param encoded the checked key: an uncompressed point, or a number as long as the prime
 */
public record AgreementPublicKey(AgreementGroup group, Bytes encoded) {}
