package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer under secure messaging, ICAO 9303-11 §9.8.5, and the ways to get it wrong. Immutable:
 * each change gives another.
 *
 * <p>The MAC is computed over the objects that are left in the end, unless {@link #sealed} fixed it
 * before or {@link #without} took DO8E away. A wrong key or counter comes before other changes,
 * since it builds the answer afresh.
 */
public final class ProtectedAnswer {
  /** Cryptogram behind its padding indicator. */
  public static final int DO87 = ProtectedFields.PADDED_CRYPTOGRAM;

  /** Cryptogram, in answer to an odd instruction. */
  public static final int DO85 = ProtectedFields.CRYPTOGRAM;

  /** Status word. */
  public static final int DO99 = ProtectedFields.STATUS;

  /** MAC. */
  public static final int DO8E = ProtectedFields.MAC;

  private final Seal seal;
  private final Content content;
  private final List<DataObject> objects;
  private final Ending ending;
  private final int outerStatus;

  /** The plain answer, and which object takes its data. */
  private record Content(Answer answer, int cryptogramTag) {}

  private enum Ending {
    /** The MAC over all objects follows. */
    MAC,
    /** Nothing follows the objects. */
    NOTHING,
    /** The plain answer goes out instead. */
    PLAIN
  }

  private ProtectedAnswer(
      Seal seal, Content content, List<DataObject> objects, Ending ending, int outerStatus) {
    this.seal = seal;
    this.content = content;
    this.objects = objects;
    this.ending = ending;
    this.outerStatus = outerStatus;
  }

  /** The answer as it should be. */
  static ProtectedAnswer of(Seal seal, Command command, Answer answer) {
    boolean odd = (command.ins() & 1) != 0;
    return of(seal, new Content(answer, odd ? DO85 : DO87));
  }

  /** Under a counter that is that much ahead of the right one, or behind it. */
  public ProtectedAnswer underCounter(int ahead) {
    return of(seal.shifted(ahead), content);
  }

  /** With the data encrypted under another key, and the MAC right. */
  public ProtectedAnswer underOtherEncryptionKey() {
    return of(seal.withOtherEncryptionKey(), content);
  }

  /** With the MAC under another key. */
  public ProtectedAnswer underOtherMacKey() {
    return of(seal.withOtherMacKey(), content);
  }

  /**
   * Under the keys of an earlier answer, and a counter that is that much ahead of it: as by a chip
   * that has agreed on new keys and does not use them.
   */
  public ProtectedAnswer underKeysOf(ProtectedAnswer earlier, int ahead) {
    return of(earlier.seal.shifted(ahead), content);
  }

  /** Without the objects of that tag; the same answer if it has none. */
  public ProtectedAnswer without(int tag) {
    if (value(tag).isEmpty()) {
      return this;
    }
    Ending then = tag == DO8E && ending == Ending.MAC ? Ending.NOTHING : ending;
    return new ProtectedAnswer(
        seal, content, objects.stream().filter(o -> o.tag() != tag).toList(), then, outerStatus);
  }

  /**
   * With that value for the objects of that tag; without such an object, with one more at the end.
   */
  public ProtectedAnswer with(int tag, byte[] value) {
    DataObject other = DataObject.of(tag, value);
    if (objects.stream().noneMatch(o -> o.tag() == tag)) {
      return adding(tag, value);
    }
    List<DataObject> changed = objects.stream().map(o -> o.tag() == tag ? other : o).toList();
    return new ProtectedAnswer(seal, content, changed, ending, outerStatus);
  }

  /** With one more object at the end; with a DO8E no other MAC follows. */
  public ProtectedAnswer adding(int tag, byte[] value) {
    List<DataObject> more = new ArrayList<>(objects);
    more.add(DataObject.of(tag, value));
    Ending then = tag == DO8E && ending == Ending.MAC ? Ending.NOTHING : ending;
    return new ProtectedAnswer(seal, content, List.copyOf(more), then, outerStatus);
  }

  /** With the MAC as it is now, whatever changes later. */
  public ProtectedAnswer sealed() {
    return ending == Ending.MAC ? adding(DO8E, mac()) : this;
  }

  /** Unprotected, as by a chip that has lost or left its channel. */
  public ProtectedAnswer inTheClear() {
    return new ProtectedAnswer(seal, content, objects, Ending.PLAIN, outerStatus);
  }

  /** With that status word behind the objects, whatever DO99 says. */
  public ProtectedAnswer withOuterStatus(int statusWord) {
    return new ProtectedAnswer(seal, content, objects, ending, statusWord);
  }

  /** The value of an object, also of the MAC that would follow; a copy. */
  public Optional<byte[]> value(int tag) {
    if (tag == DO8E && ending == Ending.MAC) {
      return Optional.of(mac());
    }
    return objects.stream().filter(o -> o.tag() == tag).map(DataObject::value).findFirst();
  }

  /** Whole blocks encrypted as the data of this answer are, for a cryptogram of one's own. */
  public byte[] encrypted(byte[] blocks) {
    return seal.encrypt(blocks);
  }

  /** What was protected. */
  public Answer plain() {
    return content.answer();
  }

  /** The answer that goes out. */
  Answer toAnswer() {
    if (ending == Ending.PLAIN) {
      return plain();
    }
    byte[] body = encoded();
    byte[] trailer =
        ending == Ending.MAC ? DataObject.of(DO8E, seal.mac(body)).encoded() : new byte[0];
    return Answer.of(Bytes.join(body, trailer)).withStatus(outerStatus);
  }

  private static ProtectedAnswer of(Seal seal, Content content) {
    Answer answer = content.answer();
    List<DataObject> objects = new ArrayList<>();
    if (answer.data().length > 0) {
      byte[] cryptogram = seal.encrypt(seal.padded(answer.data()));
      byte[] value =
          content.cryptogramTag() == DO87 ? Bytes.join(new byte[] {1}, cryptogram) : cryptogram;
      objects.add(DataObject.of(content.cryptogramTag(), value));
    }
    int status = answer.statusWord();
    objects.add(DataObject.of(DO99, new byte[] {(byte) (status >> 8), (byte) status}));
    return new ProtectedAnswer(seal, content, List.copyOf(objects), Ending.MAC, status);
  }

  private byte[] mac() {
    return seal.mac(encoded());
  }

  private byte[] encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    objects.forEach(object -> out.writeBytes(object.encoded()));
    return out.toByteArray();
  }
}
