package io.cardproof.terminal;

import java.nio.file.Files;
import java.security.AuthProvider;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens tokens through the JDK's provider, as instances of our own that are never registered. The
 * provider takes a slot and cannot say which token is in it, so one of several is chosen by slot.
 */
final class Pkcs11Slots {
  private static final int MOST_SLOTS = 32;

  private final Provider unconfigured;
  private final Pkcs11Uri uri;

  private Pkcs11Slots(Provider unconfigured, Pkcs11Uri uri) {
    this.unconfigured = unconfigured;
    this.uri = uri;
  }

  /** The token that {@code uri} means, not logged in. */
  static AuthProvider open(Pkcs11Uri uri) throws TerminalKeyException {
    Provider unconfigured = Security.getProvider("SunPKCS11");
    if (unconfigured == null) {
      throw new TerminalKeyException("this Java platform has no PKCS#11 provider");
    }
    if (!Files.isReadable(uri.module())) {
      throw new TerminalKeyException("the PKCS#11 library cannot be read");
    }
    return new Pkcs11Slots(unconfigured, uri).choose();
  }

  private AuthProvider choose() throws TerminalKeyException {
    if (uri.slot().isPresent()) {
      return configured("slot", uri.slot().get())
          .orElseThrow(() -> new TerminalKeyException("no token is in this slot"));
    }
    List<AuthProvider> tokens = new ArrayList<>();
    for (int index = 0; index < MOST_SLOTS; index++) {
      configured("slotListIndex", Integer.toString(index)).ifPresent(tokens::add);
    }
    if (tokens.isEmpty()) {
      throw new TerminalKeyException("the PKCS#11 library has no token that is ready");
    }
    if (tokens.size() > 1) {
      throw new TerminalKeyException(
          "the PKCS#11 library has several tokens; say slot-id=NUMBER, as pkcs11-tool -L lists it");
    }
    return tokens.get(0);
  }

  // Empty slots and slots past the last are refused alike.
  private Optional<AuthProvider> configured(String attribute, String value) {
    String configuration =
        "--name=Cardproof\nlibrary=%s\n%s=%s\n".formatted(quoted(), attribute, value);
    try {
      return unconfigured.configure(configuration) instanceof AuthProvider token
          ? Optional.of(token)
          : Optional.empty();
    } catch (ProviderException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // Quoted, so that no character of the path can end the line or begin a comment.
  private String quoted() {
    return '"' + uri.module().toAbsolutePath().toString().replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }
}
