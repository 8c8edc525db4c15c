package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;

/** The files of the logical data structure that are short to write (ICAO 9303-10 §4). */
public final class DataGroups {
  private static final int[] TAGS = {
    0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70
  };
  private static final int FINGER_BYTES = 11_000;

  private DataGroups() {}

  /** The application tag of a data group's file. */
  public static int tag(int number) {
    return TAGS[number - 1];
  }

  /** EF.COM of LDS 1.7, its tag list in the order given. */
  public static byte[] com(List<Integer> numbers) {
    ByteArrayOutputStream tags = new ByteArrayOutputStream();
    numbers.forEach(number -> tags.write(tag(number)));
    return Tlv.of(
        0x60,
        Tlv.of(0x5F01, "0107".getBytes(US_ASCII)),
        Tlv.of(0x5F36, "040000".getBytes(US_ASCII)),
        Tlv.of(0x5C, tags.toByteArray()));
  }

  /** EF.DG1 with the lines of the MRZ. */
  public static byte[] dg1(List<String> mrz) {
    return Tlv.of(0x61, Tlv.of(0x5F1F, String.join("", mrz).getBytes(US_ASCII)));
  }

  /** EF.DG3: stands for fingerprints that no reader here may open; its hash is all that counts. */
  public static byte[] dg3(SecureRandom random) {
    byte[] record = new byte[FINGER_BYTES];
    random.nextBytes(record);
    byte[] header = Tlv.of(0xA1, Tlv.of(0x87, new byte[] {1, 1}), Tlv.of(0x88, new byte[] {0, 7}));
    byte[] template = Tlv.of(0x7F60, header, Tlv.of(0x5F2E, record));
    return Tlv.of(0x63, Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {1}), template));
  }

  /** EF.DG14 around a set of SecurityInfos. */
  public static byte[] dg14(byte[] securityInfos) {
    return Tlv.of(0x6E, securityInfos);
  }

  /** EF.DG15 with the public key of Active Authentication, a SubjectPublicKeyInfo. */
  public static byte[] dg15(byte[] publicKey) {
    return Tlv.of(0x6F, publicKey);
  }
}
