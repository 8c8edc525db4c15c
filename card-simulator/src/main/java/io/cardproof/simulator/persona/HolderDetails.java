package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.DetailFiles;
import io.cardproof.simulator.issuer.DetailFiles.Field;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import io.cardproof.simulator.picture.Signature;
import java.time.LocalDate;
import java.util.List;

/** The data groups with pictures and texts about a made-up person. */
final class HolderDetails {
  /** The data groups that this makes. */
  static final List<Integer> KNOWN = List.of(5, 7, 11, 12, 13, 16);

  private static final int PORTRAIT_BYTES = 9_000;
  private static final int SIGNATURE_BYTES = 4_000;

  private final Person person;
  private final LocalDate today;
  private final LocalDate issue;
  private final RandomSource random;

  HolderDetails(Person person, LocalDate today, LocalDate issue, RandomSource random) {
    this.person = person;
    this.today = today;
    this.issue = issue;
    this.random = random;
  }

  byte[] dataGroup(int number) {
    return switch (number) {
      case 5 -> DetailFiles.displayedPortrait(portrait());
      case 7 ->
          DetailFiles.displayedSignature(
              Signature.jpeg(random.named("signature").nextLong(), SIGNATURE_BYTES));
      case 11 -> DetailFiles.listed(11, holder());
      case 12 -> DetailFiles.listed(12, document());
      case 13 -> DetailFiles.optional("TEST: made up, of no meaning");
      case 16 -> DetailFiles.personsToNotify(List.of(friend()));
      default -> throw new IllegalArgumentException("no details for data group " + number);
    };
  }

  private byte[] portrait() {
    long grain = random.named("portrait").nextLong();
    return JpegFile.ofSize(Portrait.paint(person.face(), grain), PORTRAIT_BYTES);
  }

  private List<Field> holder() {
    return List.of(
        new Field(0x5F0E, Mrz.names(person.surname(), person.givenNames())),
        Field.of(0x5F2B, person.birth(today)),
        new Field(0x5F11, "UTOPIA<TEST CITY"),
        new Field(0x5F42, "1 TEST STREET<TEST CITY<UTOPIA"),
        new Field(0x5F12, "+0 000 000 000"),
        new Field(0x5F13, "SPECIMEN"));
  }

  private List<Field> document() {
    return List.of(
        new Field(0x5F19, "TEST PASSPORT OFFICE OF UTOPIA"),
        Field.of(0x5F26, issue),
        new Field(0x5F1B, "NONE"),
        new Field(0x5F56, "TEST-0001"));
  }

  private List<Field> friend() {
    return List.of(
        Field.of(0x5F50, issue),
        new Field(0x5F51, "SPECIMEN<<SASHA TEST"),
        new Field(0x5F52, "+0 000 000 001"),
        new Field(0x5F53, "2 TEST STREET<TEST CITY<UTOPIA"));
  }
}
