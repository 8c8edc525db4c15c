package io.cardproof.image;

import io.cardproof.value.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An image in memory, for readers of the JDK's image interface. A decoder may go over it a number
 * of times; one that reads for ever, as decoders do with damaged images, is stopped by an
 * exception. So is one that asks for a single byte past the end: the decoder of JPEG 2000 would
 * take the -1 for bits without end. The exception is an unchecked one, since that decoder prints a
 * checked one and stops its own thread.
 */
final class BoundedImageStream extends ImageInputStreamImpl {
  private static final int PASSES = 64;
  private static final int MOST_READS_PAST_END = 4096;
  private static final int SPARE = 1 << 20;

  private final byte[] content;
  private long budget;
  private int readsPastEnd;

  BoundedImageStream(Bytes content) {
    this.content = content.toByteArray();
    this.budget = (long) PASSES * content.length() + SPARE;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    if (streamPos >= content.length) {
      throw stopped("read past the end");
    }
    spend(1);
    bitOffset = 0;
    return content[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = (int) Math.min(length, content.length - streamPos);
    spend(count);
    bitOffset = 0;
    System.arraycopy(content, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public void readFully(byte[] target, int offset, int length) throws IOException {
    if (length > content.length - streamPos) {
      throw stopped("cut off");
    }
    super.readFully(target, offset, length);
  }

  @Override
  public long length() {
    return content.length;
  }

  private boolean isAtEnd() throws IOException {
    checkClosed();
    if (streamPos < content.length) {
      return false;
    }
    if (++readsPastEnd > MOST_READS_PAST_END) {
      throw stopped("read past the end too often");
    }
    return true;
  }

  private void spend(int count) {
    budget -= count;
    if (budget < 0) {
      throw stopped("read too often");
    }
  }

  private static UncheckedIOException stopped(String why) {
    return new UncheckedIOException(new EOFException(why));
  }
}
