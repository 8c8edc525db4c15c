package io.cardproof.cli.trust;

/** A file that could not be got; the message says why in a few stable English words. */
final class DownloadException extends Exception {
  private static final long serialVersionUID = 1L;

  DownloadException(String message) {
    super(message);
  }

  /** Why. */
  String problem() {
    return String.valueOf(getMessage());
  }
}
