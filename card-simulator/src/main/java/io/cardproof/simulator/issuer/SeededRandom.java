package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** A generator that a seed and a purpose determine: SHA-256 over key and counter. */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private SeededRandom(SecureRandomSpi stream) {
    super(stream, null);
  }

  static SecureRandom create(long seed, String purpose) {
    byte[] name = purpose.getBytes(UTF_8);
    byte[] key = ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name).array();
    return new SeededRandom(new HashStream(sha256().digest(key)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(SeededRandom.class.getName());
  }

  private void readObject(ObjectInputStream in) throws NotSerializableException {
    throw new NotSerializableException(SeededRandom.class.getName());
  }

  private static final class HashStream extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;

    private final byte[] key;
    private byte[] block = new byte[0];
    private int used;
    private long counter;

    HashStream(byte[] key) {
      this.key = key;
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      // The seed given at the start is the only one: callers that add entropy must not break a
      // reproducible run.
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      byte[] seed = new byte[length];
      engineNextBytes(seed);
      return seed;
    }

    @Override
    protected synchronized void engineNextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        if (used == block.length) {
          nextBlock();
        }
        bytes[i] = block[used++];
      }
    }

    private void nextBlock() {
      MessageDigest digest = sha256();
      digest.update(key);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(counter++).flip());
      block = digest.digest();
      used = 0;
    }
  }
}
