package io.cardproof.simulator.link;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.List;
import net.sf.scuba.smartcards.APDUEvent;
import net.sf.scuba.smartcards.APDUListener;
import net.sf.scuba.smartcards.CommandAPDU;

/**
 * Watches for the Diffie-Hellman keys whose leading zero JMRTD drops: its own, and the chip's when
 * JMRTD computes its token over it.
 */
final class ShortKeyWatch implements APDUListener {
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int PROTECTED = 0x0C;

  private final int keyLength;
  private boolean seen;

  ShortKeyWatch(int keyLength) {
    this.keyLength = keyLength;
  }

  boolean hasSeenOne() {
    return seen;
  }

  @Override
  public void exchangedAPDU(APDUEvent event) {
    CommandAPDU command = event.getCommandAPDU();
    if (command.getINS() == GENERAL_AUTHENTICATE && (command.getCLA() & PROTECTED) == 0) {
      watch(command.getData(), event.getResponseAPDU().getData());
    }
  }

  private void watch(byte[] command, byte[] response) {
    for (DataObject object : objects(command)) {
      boolean key = object.tag() == 0x81 || object.tag() == 0x83;
      seen |= key && object.value().length < keyLength;
    }
    for (DataObject object : objects(response)) {
      seen |= object.tag() == 0x84 && object.value()[0] == 0;
    }
  }

  private static List<DataObject> objects(byte[] data) {
    try {
      List<DataObject> outer = DataObject.parseAll(data);
      return outer.isEmpty() ? outer : DataObject.parseAll(outer.get(0).value());
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }
}
