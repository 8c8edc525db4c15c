package io.cardproof.cli.input;

import io.cardproof.MadeUpKey;
import io.cardproof.MadeUpKey.Form;
import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.access.Presented.MrzData;
import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.SimulatedCard;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The key that a made-up card was tried with, right or wrong, as the head of a trace names it. */
public final class UsedKey {
  private UsedKey() {}

  /** What {@code used} was made of. */
  public static MadeUpKey of(SimulatedCard card, AccessKey used) {
    Form form = Form.of(used);
    String text =
        switch (form) {
          case CAN, PIN, PUK -> digits(used);
          case RESUMED ->
              digits(used)
                  + MadeUpKey.SEPARATOR
                  + used.resumedBy().map(UsedKey::digits).orElseThrow();
          case QR -> ((Presented.Qr) used.presented()).text().replaceAll("\\p{Cntrl}", " ").strip();
          case MRZ, FIELDS -> fields((MrzData) used.presented());
        };
    // Of a whole zone, which has the name as well, the key keeps these parts only.
    Optional<MadeUpKey> zone = MadeUp.key(card, Form.MRZ).filter(own -> presents(own, used));
    return zone.orElseGet(() -> new MadeUpKey(form == Form.MRZ ? Form.FIELDS : form, text));
  }

  private static boolean presents(MadeUpKey key, AccessKey used) {
    try (AccessKey opened = key.open()) {
      return opened.presented().equals(used.presented());
    } catch (MalformedInputException e) {
      return false;
    }
  }

  private static String fields(MrzData zone) {
    return String.join(MadeUpKey.SEPARATOR, zone.documentNumber(), zone.birth(), zone.expiry());
  }

  private static String digits(AccessKey key) {
    byte[] digits = key.secret().reveal();
    try {
      return new String(digits, StandardCharsets.US_ASCII);
    } finally {
      Arrays.fill(digits, (byte) 0);
    }
  }
}
