package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Writes what a simulated card is to be judged by, as PEM: its anchors, links and revocation list;
 * what is to be distrusted stands in a file of its own beside it.
 */
final class TrustExport {
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private TrustExport() {}

  static void write(SimulatedCard card, Path file) throws CommandException {
    StringBuilder pem = new StringBuilder();
    card.trust().forEach(anchor -> pem.append(block("CERTIFICATE", anchor)));
    card.links().forEach(link -> pem.append(block("CERTIFICATE", link)));
    if (card.crl().length > 0) {
      pem.append(block("X509 CRL", card.crl()));
    }
    try {
      Files.writeString(file, pem);
      if (!card.distrusted().isEmpty()) {
        Files.writeString(distrusted(file), hashes(card));
      }
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
  }

  /** Beside the certificates, under a name that says what it is. */
  private static Path distrusted(Path file) {
    return file.resolveSibling(file.getFileName() + ".distrusted");
  }

  private static String hashes(SimulatedCard card) {
    StringBuilder text =
        new StringBuilder("# SHA-256 of certificates that are not trusted (TEST)\n");
    card.distrusted().forEach(hash -> text.append(HexFormat.of().formatHex(hash)).append('\n'));
    return text.toString();
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
