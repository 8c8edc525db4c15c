package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.FileId;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading one file from chips of several habits, in the clear. */
class FileReaderTest {
  private static final int LIMIT = 8_192;

  @Test
  void aFileThatFitsTakesOneCommand() throws Exception {
    Chip chip = new Chip(file(5_000));
    assertEquals(Bytes.of(file(5_000)), read(chip).content());
    assertEquals(1, chip.commands);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_190, 8_191, 32_767, 32_768, 32_769, 65_535, 65_536, 70_000, 200_000})
  void longFilesAreReadPastTheReachOfTheEvenInstruction(int length) throws Exception {
    assertEquals(Bytes.of(file(length)), read(new Chip(file(length))).content());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6A82, 0x6A86, 0x6A80, 0x6A81, 0x6986, 0x6F00})
  void aChipWithoutShortIdentifiersIsAskedBySelectFromThenOn(int refusal) throws Exception {
    Chip chip = new Chip(file(100));
    chip.shortIdentifiers = false;
    chip.shortIdentifierRefusal = refusal;
    FileReader reader = reader(chip);
    Channel channel = new PlainChannel(chip);
    assertEquals(Bytes.of(file(100)), reader.read(channel, FileId.DG2).content());
    assertEquals(3, chip.commands);
    assertEquals(Bytes.of(file(100)), reader.read(channel, FileId.DG2).content());
    assertEquals(5, chip.commands);
  }

  @Test
  void aShortIdentifierOutsideTheFileMayBeAReadPastTheEndSoItsHeaderIsAskedFor() throws Exception {
    Chip chip = new Chip(file(100));
    chip.shortIdentifiers = false;
    chip.shortIdentifierRefusal = 0x6B00;
    assertEquals(Bytes.of(file(100)), read(chip).content());
    assertEquals(4, chip.commands);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100, 5_000, 9_000, 40_000, 70_000})
  void aChipThatRefusesReadsPastTheEndIsReadToTheByte(int length) throws Exception {
    Chip chip = new Chip(file(length));
    chip.pastTheEnd = 0x6B00;
    assertEquals(Bytes.of(file(length)), read(chip).content());
  }

  @Test
  void aReadPastTheEndIsRefusedOnceOnly() throws Exception {
    Chip chip = new Chip(file(100));
    chip.pastTheEnd = 0x6B00;
    FileReader reader = reader(chip);
    reader.read(new PlainChannel(chip), FileId.DG2);
    assertEquals(4, chip.commands, "all, header, rest of the header, rest");
    reader.read(new PlainChannel(chip), FileId.DG2);
    assertEquals(7, chip.commands);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100, 5_000, 9_000, 40_000, 70_000})
  void aChipThatWarnsOfTheEndIsReadToTheEnd(int length) throws Exception {
    Chip chip = new Chip(file(length));
    chip.pastTheEnd = 0x6282;
    assertEquals(Bytes.of(file(length)), read(chip).content());
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100, 256, 300, 5_000, 40_000})
  void aChipThatNamesTheLengthThatIsLeftIsAskedForIt(int length) throws Exception {
    Chip chip = new Chip(file(length));
    chip.pastTheEnd = 0x6C00;
    assertEquals(Bytes.of(file(length)), read(chip).content());
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6D00, 0x6981, 0x6A81})
  void aChipThatReadsByOffsetObjectOnlyIsAskedSoFromThenOn(int refusal) throws Exception {
    Chip chip = new Chip(file(9_000));
    chip.evenRefusal = refusal;
    FileReader reader = reader(chip);
    Channel channel = new PlainChannel(chip);
    assertEquals(Bytes.of(file(9_000)), reader.read(channel, FileId.DG2).content());
    assertEquals(5, chip.commands, "short identifier, SELECT, even, odd, odd");
    assertEquals(Bytes.of(file(9_000)), reader.read(channel, FileId.DG2).content());
    assertEquals(8, chip.commands);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0200", "0204", "0000"})
  void aChipThatWantsAnotherFormOfSelectIsAskedSoFromThenOn(String taken) throws Exception {
    Chip chip = new Chip(file(100));
    chip.shortIdentifiers = false;
    chip.selectForm = Integer.parseInt(taken, 16);
    FileReader reader = reader(chip);
    Channel channel = new PlainChannel(chip);
    assertEquals(Bytes.of(file(100)), reader.read(channel, FileId.DG2).content());
    int commands = chip.commands;
    assertEquals(Bytes.of(file(100)), reader.read(channel, FileId.DG2).content());
    assertEquals(2, chip.commands - commands);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6982, 0x6985})
  void aRefusalOfAccessIsNotAskedAgainBySelect(int refusal) throws Exception {
    Chip chip = new Chip(file(100));
    chip.shortIdentifiers = false;
    chip.shortIdentifierRefusal = refusal;
    FileAnswer answer = read(chip);
    assertEquals(refusal, answer.statusWord());
    assertEquals(1, chip.commands);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x6B00, 0x6282, 0x6C05})
  void aFileThatEndsBeforeItsDeclaredLengthIsKeptAsItIs(int endOfFile) throws Exception {
    byte[] whole = file(9_000);
    Chip chip = new Chip(Arrays.copyOf(whole, 8_190));
    chip.endOfFile = endOfFile;
    FileAnswer answer = read(chip);
    assertTrue(answer.isRead());
    assertEquals(Bytes.of(whole, 0, 8_190), answer.content());
  }

  @Test
  void bytesAfterTheDeclaredLengthAreNotPartOfTheFile() throws Exception {
    byte[] padded = Arrays.copyOf(file(300), 400);
    assertEquals(Bytes.of(file(300)), read(new Chip(padded)).content());
  }

  @Test
  void aFileThatDeclaresMoreThanItMayHaveIsRefusedAtOnce() {
    Chip chip = new Chip(Bytes.ofHex("75847FFFFFFA00").toByteArray());
    ProtocolException e = assertThrows(ProtocolException.class, () -> read(chip));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, e.code());
    assertEquals(1, chip.commands);
  }

  @Test
  void aRowOfObjectsIsReadToTheEndOfTheFile() throws Exception {
    byte[] twoReferences = Bytes.ofHex("420141" + "420142" + "00".repeat(30)).toByteArray();
    Chip cvca = new Chip(twoReferences);
    assertEquals(
        Bytes.of(twoReferences), reader(cvca).read(new PlainChannel(cvca), FileId.CVCA).content());
    assertEquals(1, cvca.commands);
    byte[] objects = Bytes.ofHex("43010147020000").toByteArray();
    Chip information = new Chip(objects);
    assertEquals(
        Bytes.of(objects),
        reader(information).read(new PlainChannel(information), FileId.ATR_INFO).content());
  }

  @Test
  void aFileMayHaveAsManyBytesAsItsLimitAndNotOneMore() throws Exception {
    Limits small = new Limits(1000, 1_000_000, Duration.ofMinutes(1), 300);
    Chip fits = new Chip(file(300));
    assertEquals(
        Bytes.of(file(300)),
        reader(fits, small).read(new PlainChannel(fits), FileId.DG2).content());
    Chip longer = new Chip(file(301));
    ProtocolException e =
        assertThrows(
            ProtocolException.class,
            () -> reader(longer, small).read(new PlainChannel(longer), FileId.DG2));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, e.code());
  }

  @Test
  void aRefusalInTheMiddleIsNotTheEndOfTheFile() throws Exception {
    Chip chip = new Chip(Arrays.copyOf(file(9_000), 8_190));
    chip.endOfFile = 0x6982;
    FileAnswer answer = read(chip);
    assertFalse(answer.isRead());
    assertEquals(0x6982, answer.statusWord());
  }

  @Test
  void aChipThatSendsMoreThanWasAskedForDoesNotMakeTheFileLonger() throws Exception {
    byte[] whole = file(9_000);
    Chip chip = new Chip(Arrays.copyOf(whole, 10_000));
    chip.extra = 500;
    assertEquals(Bytes.of(whole), read(chip).content());
  }

  @Test
  void successWithoutAByteOfTheFileIsBroken() {
    Chip chip = new Chip(Arrays.copyOf(file(9_000), 8_190));
    chip.endOfFile = 0x9000;
    assertThrows(ProtocolException.class, () -> read(chip));
  }

  @Test
  void whereShortIdentifiersWorkAMissingFileIsNotAskedForBySelect() throws Exception {
    Chip chip = new Chip(file(100));
    FileReader reader = reader(chip);
    Channel channel = new PlainChannel(chip);
    assertTrue(reader.read(channel, FileId.DG2).isRead());
    chip.shortIdentifiers = false;
    assertEquals(0x6A82, reader.read(channel, FileId.DG3).statusWord());
    assertEquals(2, chip.commands);
  }

  @Test
  void aFileOfTheMasterFileSaysNothingOfShortIdentifiersInTheApplication() throws Exception {
    Chip chip = new Chip(file(100));
    FileReader reader = reader(chip);
    Channel channel = new PlainChannel(chip);
    assertTrue(reader.readWithoutSelect(channel, FileId.CARD_ACCESS).isRead());
    chip.shortIdentifiers = false;
    assertTrue(reader.read(channel, FileId.DG2).isRead());
  }

  private static FileAnswer read(Chip chip) throws Exception {
    return reader(chip).read(new PlainChannel(chip), FileId.DG2);
  }

  private static FileReader reader(Chip chip) {
    return reader(chip, Limits.defaults());
  }

  private static FileReader reader(Chip chip, Limits limits) {
    return new FileReader(chip, new ReadLadder(), LIMIT, ProgressListener.none(), limits);
  }

  /** A template 75 of this length in all. */
  private static byte[] file(int length) {
    byte[] file = new byte[length];
    for (int i = 0; i < length; i++) {
      file[i] = (byte) (i * 31 + i / 251);
    }
    int value = length - 5;
    byte[] header = {0x75, (byte) 0x83, (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    System.arraycopy(header, 0, file, 0, header.length);
    return file;
  }

  /** Holds one file and answers SELECT and READ BINARY, both instructions. */
  private static final class Chip implements ApduPort {
    private final byte[] file;
    private boolean shortIdentifiers = true;
    private int shortIdentifierRefusal = 0x6A82;
    private int endOfFile = 0x6B00;
    private int pastTheEnd = 0x9000;
    private int evenRefusal = 0x9000;
    private int selectForm = 0x020C;
    private int extra;
    private int commands;

    Chip(byte[] file) {
      this.file = file;
    }

    @Override
    public Step step() {
      return Step.READ_FILE;
    }

    @Override
    public byte[] exchange(byte[] command) {
      commands++;
      int p1 = command[2] & 0xFF;
      int expected = expectedLength(command);
      return switch (command[1] & 0xFF) {
        case 0xA4 -> status(((p1 << 8) | command[3]) == selectForm ? 0x9000 : 0x6A86);
        case 0xB0 -> evenRefusal == 0x9000 ? even(command, p1, expected) : status(evenRefusal);
        case 0xB1 -> object(part(offset(command), withoutHeader(expected)));
        default -> status(0x6D00);
      };
    }

    private byte[] even(byte[] command, int p1, int expected) {
      if (p1 < 0x80) {
        return part((p1 << 8) | (command[3] & 0xFF), expected);
      }
      return shortIdentifiers ? part(0, expected) : status(shortIdentifierRefusal);
    }

    private static int withoutHeader(int expected) {
      return expected - (expected < 0x82 ? 2 : expected < 0x103 ? 3 : 4);
    }

    private static int offset(byte[] command) {
      int at = command[4] == 0 ? 7 : 5;
      assertEquals(0x54, command[at]);
      int offset = 0;
      for (int i = 0; i < command[at + 1]; i++) {
        offset = (offset << 8) | (command[at + 2 + i] & 0xFF);
      }
      return offset;
    }

    private static int expectedLength(byte[] command) {
      int end = command.length;
      boolean extended = end > 5 && command[4] == 0;
      int length =
          extended
              ? ((command[end - 2] & 0xFF) << 8) | (command[end - 1] & 0xFF)
              : command[end - 1] & 0xFF;
      return length == 0 ? (extended ? 65_536 : 256) : length;
    }

    private byte[] part(int from, int expected) {
      if (from >= file.length) {
        return status(endOfFile);
      }
      int left = file.length - from;
      int to = from + Math.min(left, expected);
      if (expected <= left || pastTheEnd == 0x9000) {
        return answer(from, Math.min(file.length, to + (from > 0 ? extra : 0)), 0x9000);
      }
      return switch (pastTheEnd) {
        case 0x6C00 -> left <= 256 ? status(0x6C00 | (left & 0xFF)) : answer(from, to, 0x9000);
        case 0x6282 -> answer(from, to, 0x6282);
        default -> status(pastTheEnd);
      };
    }

    private byte[] answer(int from, int to, int statusWord) {
      return Bytes.concat(Bytes.of(file, from, to), Bytes.of(status(statusWord))).toByteArray();
    }

    private static byte[] object(byte[] part) {
      if (part.length == 2) {
        return part;
      }
      Answer answer = Answer.of(part);
      return new Answer(Template.object(0x53, answer.data()), answer.statusWord()).encode();
    }

    private static byte[] status(int statusWord) {
      return new byte[] {(byte) (statusWord >> 8), (byte) statusWord};
    }
  }
}
