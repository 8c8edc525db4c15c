package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * One signer of a security object, RFC 5652 §5.3, as it stands there; nothing is verified yet.
 *
 * @param reference by what it names the signer's certificate
 * @param certificate DER of the certificate that the signer identifier names, if it is in the set
 * @param digestAlgorithm DER of the AlgorithmIdentifier
 * @param signatureAlgorithm DER of the AlgorithmIdentifier
 * @param signedAttributes the signed attributes as SET OF, tag 31, in the order of the file; absent
 *     if the signature is over the content itself
 * @param messageDigest the attribute of that name; present whenever there are signed attributes
 * @param signingTime the attribute of that name
 * @param signature the signature value
 */
public record SignerInfo(
    SignerReference reference,
    Optional<Bytes> certificate,
    Bytes digestAlgorithm,
    Bytes signatureAlgorithm,
    Optional<Bytes> signedAttributes,
    Optional<Bytes> messageDigest,
    Optional<Instant> signingTime,
    Bytes signature) {}
