/**
 * Pictures out of encoded images: portraits, fingerprints and irises as pixels and as PNG. Nothing
 * else of the library decodes an image, and nothing that judges a document can see this package.
 * Give it images of a {@link io.cardproof.report.Holder} only: their file's hash has matched.
 */
@NullMarked
package io.cardproof.image;

import org.jspecify.annotations.NullMarked;
