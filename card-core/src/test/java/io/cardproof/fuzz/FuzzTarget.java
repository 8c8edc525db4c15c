package io.cardproof.fuzz;

import io.cardproof.value.Bytes;
import java.lang.management.ManagementFactory;

/**
 * A parser that meets hostile bytes. It may answer or throw what its signature says; anything else
 * is a defect, and so is more memory than its cap.
 *
 * @param name the folder of its corpus
 * @param cap bytes that one input may make it allocate
 * @param parser what reads the bytes
 */
public record FuzzTarget(String name, long cap, Parser parser) {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Reads bytes, and throws what is right of wrong ones. */
  public interface Parser {
    /** Only what its caller is told to expect may be swallowed here. */
    void read(Bytes content) throws Exception;
  }

  /** Runs one input; everything that a caller would not expect comes out as an error. */
  public void run(byte[] input) {
    // Whatever the first run of a class costs is not the input's.
    if (allocated(input) > cap) {
      long again = allocated(input);
      if (again > cap) {
        throw new AssertionError(name + " allocated " + again + " bytes, more than " + cap);
      }
    }
  }

  private long allocated(byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    read(input);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private void read(byte[] input) {
    try {
      parser.read(Bytes.of(input));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // The typed answer to wrong bytes.
      if (!e.getClass().getName().startsWith("io.cardproof.")) {
        throw new AssertionError("not an error of this library", e);
      }
    }
  }
}
