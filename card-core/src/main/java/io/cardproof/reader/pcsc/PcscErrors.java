package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.Step;
import javax.smartcardio.CardException;

/** What PC/SC says, in the words of what a person does next. */
final class PcscErrors {
  private PcscErrors() {}

  static CardUnavailableException noService() {
    return unavailable(
        ErrorCode.NO_SERVICE,
        "the PC/SC service does not answer: install and start pcscd (Debian: apt install pcscd)");
  }

  static CardUnavailableException noReader() {
    return unavailable(ErrorCode.NO_READER, "no card reader is attached; plug one in");
  }

  static CardUnavailableException noReader(String name) {
    return unavailable(ErrorCode.NO_READER, "there is no reader named \"" + name + "\"");
  }

  static CardUnavailableException noCard() {
    return unavailable(ErrorCode.NO_CARD, "no card was presented in time; present it");
  }

  static CardUnavailableException removed() {
    return unavailable(ErrorCode.CARD_REMOVED, "the card went away; present it again");
  }

  static CardUnavailableException busy() {
    return unavailable(
        ErrorCode.CARD_BUSY, "another program holds the card; close it and present it again");
  }

  static CardUnavailableException late() {
    return unavailable(
        ErrorCode.TIMEOUT,
        "the reader does not answer; present the card again, or plug it in anew");
  }

  static CardUnavailableException cancelled() {
    return unavailable(ErrorCode.CANCELLED, "the waiting thread was interrupted");
  }

  static CardUnavailableException notLoaded() {
    return unavailable(
        ErrorCode.NO_SERVICE,
        "the native part of JNA does not load; let it write to jna.tmpdir, or use the JDK's"
            + " provider");
  }

  /** The kind of a failure, known by the name of the PC/SC error that is in the causes' texts. */
  static CardUnavailableException of(CardException e) {
    String text = texts(e);
    // A handle that is invalid although nobody closed it belongs to a service that is no more.
    if (text.contains("NO_SERVICE")
        || text.contains("SERVICE_STOPPED")
        || text.contains("INVALID_HANDLE")) {
      return noService();
    }
    if (text.contains("SHARING_VIOLATION")) {
      return busy();
    }
    if (text.contains("READER_UNAVAILABLE")
        || text.contains("UNKNOWN_READER")
        || text.contains("NO_READERS_AVAILABLE")) {
      return noReader();
    }
    return removed();
  }

  private static String texts(Throwable e) {
    StringBuilder texts = new StringBuilder();
    Throwable cause = e;
    for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
      texts.append(cause.getMessage()).append('\n');
    }
    return texts.toString();
  }

  private static CardUnavailableException unavailable(ErrorCode code, String message) {
    return new CardUnavailableException(code, Step.CONNECT, message);
  }
}
