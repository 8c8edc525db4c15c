package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.Arrays;
import java.util.List;

/**
 * READ BINARY, ICAO 9303-10 §3.6.2. A read that reaches past the end gives what there is, with
 * 9000; one that starts at or behind the end answers 6B00.
 */
final class BinaryReader {
  private static final int OFFSET = 0x54;
  private static final int DATA = 0x53;

  private final FileSystem files;
  private final int mostData;

  BinaryReader(FileSystem files, int mostData) {
    this.files = files;
    this.mostData = mostData;
  }

  /** INS B0: offset in P1-P2, or short file identifier and an offset of one byte. */
  Answer read(Command command, int room) throws Refusal {
    if (command.data().length > 0 || command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    int most = Math.min(command.le(), room);
    if ((command.p1() & 0x80) == 0) {
      return Answer.of(part(files.current(), command.p1p2(), most));
    }
    int sfi = command.p1() & 0x1F;
    if ((command.p1() & 0x60) != 0 || sfi == 0 || sfi == 0x1F) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
    return Answer.of(part(files.bySfi(sfi), command.p2(), most));
  }

  /** INS B1: offset in a data object, data in another, for what lies past 32,767 bytes. */
  Answer readOdd(Command command, int room) throws Refusal {
    if (command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    long offset = offset(command.data());
    byte[] file = fileForOdd(command.p1p2());
    int most = withoutHeader(Math.min(command.le(), room));
    return Answer.of(DataObject.encode(DATA, part(file, offset, most)));
  }

  private byte[] fileForOdd(int name) throws Refusal {
    if (name == 0) {
      return files.current();
    }
    return name < 0x1F ? files.bySfi(name) : files.open(name);
  }

  private static long offset(byte[] data) throws Refusal {
    try {
      List<DataObject> objects = DataObject.parseAll(data);
      if (objects.size() != 1 || objects.get(0).tag() != OFFSET) {
        throw new Refusal(StatusWord.WRONG_DATA);
      }
      byte[] value = objects.get(0).value();
      if (value.length < 1 || value.length > 4) {
        throw new Refusal(StatusWord.WRONG_DATA);
      }
      long offset = 0;
      for (byte next : value) {
        offset = offset << 8 | (next & 0xFF);
      }
      return offset;
    } catch (MalformedDataException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }

  private static int withoutHeader(int length) throws Refusal {
    int header = length < 0x82 ? 2 : length < 0x103 ? 3 : length < 0x10004 ? 4 : 5;
    if (length <= header) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    return length - header;
  }

  private byte[] part(byte[] file, long offset, int most) throws Refusal {
    if (offset >= file.length) {
      throw new Refusal(StatusWord.OFFSET_PAST_END);
    }
    int from = (int) offset;
    return Arrays.copyOfRange(
        file, from, from + Math.min(Math.min(most, mostData), file.length - from));
  }
}
