package io.cardproof.simulator.tlv;

/** Bytes that are no sequence of data objects; the chip then answers with a status word. */
public final class MalformedDataException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedDataException(String message) {
    super(message);
  }
}
