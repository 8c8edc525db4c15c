package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A whole store as one file: eight bytes that say what it is, SHA-256 of the rest, the rest. The
 * same contents give the same bytes. The hash finds damage; it is no signature, so whoever can
 * write the file decides who is trusted.
 */
final class TrustSnapshot {
  // The last byte is the version. The first is no beginning of DER, PEM or LDIF.
  private static final Bytes MAGIC =
      Bytes.of("\u00cfTRUST\n\u0001".getBytes(StandardCharsets.ISO_8859_1));
  private static final int HASH_BYTES = 32;
  private static final int HEADER_BYTES = MAGIC.length() + HASH_BYTES;

  private TrustSnapshot() {}

  static boolean recognises(Bytes file) {
    return file.startsWith(MAGIC);
  }

  static Bytes encode(TrustContents contents) {
    Bytes body = new SnapshotEncoder(contents).encode();
    return Bytes.concat(MAGIC, body.sha256(), body);
  }

  /**
   * Reads a snapshot. Its certificates are parsed when somebody asks for more than finds them.
   *
   * @throws MalformedInputException if it is damaged or none
   */
  static TrustContents decode(Bytes file, String source) throws MalformedInputException {
    if (!recognises(file) || file.length() < HEADER_BYTES) {
      throw new MalformedInputException(source, "byte 0", "not a snapshot of a version known here");
    }
    byte[] content = file.toByteArray();
    byte[] hash = Arrays.copyOfRange(content, MAGIC.length(), HEADER_BYTES);
    if (!MessageDigest.isEqual(hash, hashOfBody(content))) {
      throw new MalformedInputException(source, "hash", "the snapshot is damaged");
    }
    return new SnapshotDecoder(new SnapshotInput(content, HEADER_BYTES, source)).decode();
  }

  private static byte[] hashOfBody(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, HEADER_BYTES, content.length - HEADER_BYTES);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
