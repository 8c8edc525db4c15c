package io.cardproof.value;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A key or a password: wiped when closed, compared in constant time, never shown. Whoever makes one
 * closes it.
 */
public final class Secret implements AutoCloseable {
  private final byte[] content;
  private boolean closed;

  private Secret(byte[] content) {
    this.content = content;
  }

  /** A copy of {@code content}; the caller keeps its array and wipes it. */
  public static Secret copyOf(byte[] content) {
    return new Secret(content.clone());
  }

  /** Takes {@code content} over: the caller must not use the array again. */
  public static Secret owning(byte[] content) {
    return new Secret(content);
  }

  /**
   * A copy of the content, owned by the caller, who wipes it after use.
   *
   * @throws IllegalStateException if the secret is closed
   */
  public byte[] reveal() {
    if (closed) {
      throw new IllegalStateException("this secret is closed");
    }
    return content.clone();
  }

  /** A secret of its own with the same content. */
  public Secret copy() {
    return new Secret(reveal());
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(content, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && closed == that.closed
        && MessageDigest.isEqual(content, that.content);
  }

  /** The same for all: a hash of the content would tell something about it. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
