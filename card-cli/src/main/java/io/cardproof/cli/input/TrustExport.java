package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes what a simulated card is to be judged by, as PEM: its anchors and its revocation list. */
final class TrustExport {
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private TrustExport() {}

  static void write(SimulatedCard card, Path file) throws CommandException {
    StringBuilder pem = new StringBuilder();
    card.trust().forEach(anchor -> pem.append(block("CERTIFICATE", anchor)));
    if (card.crl().length > 0) {
      pem.append(block("X509 CRL", card.crl()));
    }
    try {
      Files.writeString(file, pem);
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
  }

  private static String block(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + BASE64.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
