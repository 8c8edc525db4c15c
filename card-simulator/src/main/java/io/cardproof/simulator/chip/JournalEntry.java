package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * One command and what became of it.
 *
 * @param exchange the command, decrypted
 * @param fate whether the answer went out
 * @param answer the chip's, before its protection
 */
public record JournalEntry(Exchange exchange, Fate fate, Answer answer) {
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int SHORT_FILE_ID = 0x80;

  /** Bytes of a file. */
  record Range(int from, int length) {
    boolean overlaps(Range other) {
      return from < other.from + other.length && other.from < from + length;
    }
  }

  /** The bytes that it brought from its file, if it read any. */
  Optional<Range> range() {
    int length = contentLength();
    boolean brought = fate == Fate.ANSWERS && length > 0 && exchange.file().isPresent();
    return brought ? offset().map(from -> new Range(from, length)) : Optional.empty();
  }

  /** Instruction and place, length and status word; no content. */
  @Override
  public String toString() {
    return exchange + " -> " + (fate == Fate.ANSWERS ? answer.toString() : fate.toString());
  }

  private Optional<Integer> offset() {
    int p1p2 = exchange.p1p2();
    return switch (exchange.ins()) {
      case READ_BINARY ->
          Optional.of((p1p2 >> Byte.SIZE & SHORT_FILE_ID) == 0 ? p1p2 : p1p2 & 0xFF);
      case READ_BINARY_ODD ->
          firstObject(exchange.data()).map(o -> new BigInteger(1, o).intValue());
      default -> Optional.empty();
    };
  }

  private int contentLength() {
    byte[] data = answer.data();
    return exchange.ins() == READ_BINARY_ODD
        ? firstObject(data).map(content -> content.length).orElse(0)
        : data.length;
  }

  private static Optional<byte[]> firstObject(byte[] bytes) {
    try {
      List<DataObject> objects = DataObject.parseAll(bytes);
      return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get(0).value());
    } catch (MalformedDataException e) {
      return Optional.empty();
    }
  }
}
