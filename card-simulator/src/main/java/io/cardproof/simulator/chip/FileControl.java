package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import java.io.ByteArrayOutputStream;

/** What SELECT tells about a file, ISO/IEC 7816-4 §7.4.3; nothing unless the command asks. */
final class FileControl {
  private static final int NO_ANSWER = 0x0C;
  private static final int PARAMETERS_TEMPLATE = 0x04;

  private FileControl() {}

  static Answer ofDirectory(Command command, byte[] fid) {
    return answer(command, join(DataObject.encode(0x82, new byte[] {0x38}), identifier(fid)));
  }

  static Answer ofApplication(Command command, byte[] name) {
    return answer(command, DataObject.encode(0x84, name));
  }

  static Answer ofFile(Command command, int fid, int sfi, int size) {
    byte[] length = {(byte) (size >> 16), (byte) (size >> 8), (byte) size};
    byte[] shortLength = {(byte) (size >> 8), (byte) size};
    return answer(
        command,
        join(
            DataObject.encode(0x80, size > 0xFFFF ? length : shortLength),
            DataObject.encode(0x82, new byte[] {0x01}),
            identifier(new byte[] {(byte) (fid >> 8), (byte) fid}),
            DataObject.encode(0x88, new byte[] {(byte) (sfi << 3)})));
  }

  private static Answer answer(Command command, byte[] parameters) {
    if (command.p2() == NO_ANSWER || command.le() == Command.NO_LE) {
      return Answer.done();
    }
    int template = command.p2() == PARAMETERS_TEMPLATE ? 0x62 : 0x6F;
    return Answer.of(DataObject.encode(template, parameters));
  }

  private static byte[] identifier(byte[] fid) {
    return DataObject.encode(0x83, fid);
  }

  private static byte[] join(byte[]... objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] object : objects) {
      out.writeBytes(object);
    }
    return out.toByteArray();
  }
}
