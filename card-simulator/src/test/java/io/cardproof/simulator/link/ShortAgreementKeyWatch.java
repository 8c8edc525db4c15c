package io.cardproof.simulator.link;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.List;
import net.sf.scuba.smartcards.APDUEvent;
import net.sf.scuba.smartcards.APDUListener;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.WrappedAPDUEvent;

/** Watches for the Diffie-Hellman keys of Chip Authentication whose leading zero JMRTD drops. */
final class ShortAgreementKeyWatch implements APDUListener {
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int SET_KEY_AGREEMENT = 0x41A6;
  private static final int IN_TEMPLATE = 0x80;
  private static final int IN_SET_KEY_AGREEMENT = 0x91;

  private final int keyLength;
  private boolean seen;

  ShortAgreementKeyWatch(int keyLength) {
    this.keyLength = keyLength;
  }

  boolean hasSeenOne() {
    return seen;
  }

  @Override
  public void exchangedAPDU(APDUEvent event) {
    if (event instanceof WrappedAPDUEvent wrapped) {
      watch(wrapped.getPlainTextCommandAPDU());
    }
  }

  private void watch(CommandAPDU command) {
    if (command.getINS() == GENERAL_AUTHENTICATE) {
      for (DataObject template : objects(command.getData())) {
        watch(objects(template.value()), IN_TEMPLATE);
      }
    } else if ((command.getP1() << 8 | command.getP2()) == SET_KEY_AGREEMENT) {
      watch(objects(command.getData()), IN_SET_KEY_AGREEMENT);
    }
  }

  private void watch(List<DataObject> objects, int tag) {
    for (DataObject object : objects) {
      seen |= object.tag() == tag && object.value().length < keyLength;
    }
  }

  // After a refusal JMRTD sends the key in pieces that are no data objects; it was seen before.
  private static List<DataObject> objects(byte[] data) {
    try {
      return DataObject.parseAll(data);
    } catch (MalformedDataException e) {
      return List.of();
    }
  }
}
