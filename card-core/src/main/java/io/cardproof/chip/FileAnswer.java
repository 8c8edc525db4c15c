package io.cardproof.chip;

import io.cardproof.value.Bytes;

/** A file as the chip gave it, or no bytes and the status word by which it was refused. */
record FileAnswer(Bytes content, int statusWord) {
  static FileAnswer refused(int statusWord) {
    return new FileAnswer(Bytes.empty(), statusWord);
  }

  boolean isRead() {
    return statusWord == Answer.SUCCESS;
  }
}
