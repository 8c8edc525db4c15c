package io.cardproof.crypto;

import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** A checked point on a standardised curve. */
public record EcPublicKey(ECDomainParameters domain, ECPoint point) {}
