package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import java.security.NoSuchAlgorithmException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;

/** The library jnasmartcardio, where the application has it: its terminals are a context. */
final class JnaPlatform {
  private JnaPlatform() {}

  /** Whether the library is on the class path; not whether its native part loads. */
  static boolean isPresent() {
    try {
      return !new Smartcardio().getName().isEmpty();
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Whether its native part loads as well. */
  static boolean loads() {
    try {
      // The factory opens the system's library; only its terminals reach for the service.
      return TerminalFactory.getInstance("PC/SC", PcscPlatform.noParameters(), new Smartcardio())
          .getType()
          .equals("PC/SC");
    } catch (NoSuchAlgorithmException | LinkageError e) {
      return false;
    }
  }

  static CardTerminals terminals() throws CardUnavailableException {
    try {
      return TerminalFactory.getInstance("PC/SC", PcscPlatform.noParameters(), new Smartcardio())
          .terminals();
    } catch (NoSuchAlgorithmException | Smartcardio.EstablishContextException e) {
      throw PcscErrors.noService();
    } catch (LinkageError e) {
      throw PcscErrors.notLoaded();
    }
  }
}
