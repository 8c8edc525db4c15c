package io.cardproof.cli.input;

import io.cardproof.terminal.Pkcs11TerminalKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKey;

/** Credentials of a terminal for the time of one inspection; closing logs out of a token. */
public record OpenTerminal(TerminalCredentials credentials) implements AutoCloseable {
  @Override
  public void close() {
    TerminalKey key = credentials.key();
    if (key instanceof Pkcs11TerminalKey inToken) {
      inToken.close();
    }
  }
}
