package io.cardproof.simulator.chip;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The passwords that this chip knows. */
final class PasswordBook {
  private final AccessControl access;

  PasswordBook(AccessControl access) {
    this.access = access;
  }

  /** The shared password π of that kind; 6A88 if the chip has none. */
  byte[] secret(PasswordKind kind) throws Refusal {
    Optional<byte[]> secret =
        switch (kind) {
          case MRZ -> access.mrzKey().map(BasicAccess::hashOf);
          case CAN -> access.can().map(PasswordBook::characters);
          case PIN -> access.pin().map(CountedCode::digits).map(PasswordBook::characters);
          case PUK -> access.puk().map(CountedCode::digits).map(PasswordBook::characters);
        };
    return secret.orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
  }

  private static byte[] characters(String digits) {
    return digits.getBytes(StandardCharsets.ISO_8859_1);
  }
}
