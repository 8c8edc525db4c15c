package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** DG5, DG7, DG11, DG12, DG13 and DG16: pictures and texts (ICAO 9303-10 §4.7). */
public final class DetailFiles {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final int TAG_LIST = 0x5C;

  /** One data object of DG11, DG12 or DG16. */
  public record Field(int tag, String text) {
    /** A date as eight digits. */
    public static Field of(int tag, LocalDate date) {
      return new Field(tag, DATE.format(date));
    }
  }

  private DetailFiles() {}

  /** EF.DG5: the portrait as it is printed, a JPEG. */
  public static byte[] displayedPortrait(byte[] jpeg) {
    return picture(5, 0x5F40, jpeg);
  }

  /** EF.DG7: the signature as it is printed, a JPEG. */
  public static byte[] displayedSignature(byte[] jpeg) {
    return picture(7, 0x5F43, jpeg);
  }

  private static byte[] picture(int dataGroup, int tag, byte[] jpeg) {
    return Tlv.of(DataGroups.tag(dataGroup), Tlv.of(0x02, new byte[] {1}), Tlv.of(tag, jpeg));
  }

  /** EF.DG11 or EF.DG12: a list of the tags that follow, then the fields. */
  public static byte[] listed(int dataGroup, List<Field> fields) {
    ByteArrayOutputStream tags = new ByteArrayOutputStream();
    List<byte[]> objects = new ArrayList<>();
    for (Field field : fields) {
      tags.write(field.tag() >> 8);
      tags.write(field.tag());
      objects.add(object(field));
    }
    objects.add(0, Tlv.of(TAG_LIST, tags.toByteArray()));
    return Tlv.of(DataGroups.tag(dataGroup), objects.toArray(new byte[0][]));
  }

  /** EF.DG13: whatever the state likes. */
  public static byte[] optional(String text) {
    return Tlv.of(DataGroups.tag(13), Tlv.of(0x04, text.getBytes(UTF_8)));
  }

  /** EF.DG16: whom to call, each person with date, name, telephone and address. */
  public static byte[] personsToNotify(List<List<Field>> persons) {
    List<byte[]> objects = new ArrayList<>();
    objects.add(Tlv.of(0x02, new byte[] {(byte) persons.size()}));
    for (int i = 0; i < persons.size(); i++) {
      byte[][] fields = persons.get(i).stream().map(DetailFiles::object).toArray(byte[][]::new);
      objects.add(Tlv.of(0xA1 + i, fields));
    }
    return Tlv.of(DataGroups.tag(16), objects.toArray(new byte[0][]));
  }

  private static byte[] object(Field field) {
    return Tlv.of(field.tag(), field.text().getBytes(UTF_8));
  }

  /** EF.DIR: the eMRTD application and what people call it. */
  public static byte[] directory() {
    byte[] application = {(byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
    return Tlv.of(0x61, Tlv.of(0x4F, application), Tlv.of(0x50, "eMRTD".getBytes(US_ASCII)));
  }

  /**
   * EF.ATR/INFO: what the chip can do (ISO/IEC 7816-4 §12.1.1.9), and the longest command and
   * response in bytes (§12.7.1).
   */
  public static byte[] information(int maxCommandBytes, int maxResponseBytes) {
    byte[] capabilities = {(byte) 0x94, 0x21, (byte) 0xE0};
    return Tlv.concat(
        Tlv.of(0x47, capabilities),
        Tlv.of(0x7F66, length(maxCommandBytes), length(maxResponseBytes)));
  }

  private static byte[] length(int bytes) {
    return Tlv.of(0x02, new byte[] {(byte) (bytes >> 8), (byte) bytes});
  }

  /** EF.CVCA: the authorities that the chip trusts, the current one first, filled up with zeros. */
  public static byte[] authorities(List<String> references) {
    byte[][] objects =
        references.stream()
            .map(reference -> Tlv.of(0x42, reference.getBytes(US_ASCII)))
            .toArray(byte[][]::new);
    return java.util.Arrays.copyOf(Tlv.concat(objects), 36);
  }
}
