package io.cardproof.report;

import io.cardproof.document.PersonalDetails;
import io.cardproof.vietnam.CitizenDetails;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the fields that are withheld by default the caller asked for by name.
 *
 * @param fields the fields to disclose
 */
public record Disclosure(Set<Field> fields) {
  /** Copies the set. */
  public Disclosure {
    fields = Set.copyOf(fields);
  }

  /** Withholds all of them. */
  public static Disclosure none() {
    return new Disclosure(Set.of());
  }

  /** Discloses these. */
  public static Disclosure of(Field... fields) {
    return new Disclosure(Set.of(fields));
  }

  /** What may be shown of {@code details}. */
  public CitizenDetails apply(CitizenDetails details) {
    EnumSet<Field> withheld = EnumSet.allOf(Field.class);
    withheld.removeAll(fields);
    return details.without(
        withheld.stream().map(Field::number).collect(Collectors.toUnmodifiableSet()));
  }

  /** What may be shown of {@code details}. */
  public HolderDetails apply(HolderDetails details) {
    return new HolderDetails(
        details.faces(),
        details.fingers(),
        details.irises(),
        details.displayedPortraits(),
        details.signatures(),
        details.personal().map(this::apply),
        details.document(),
        fields.contains(Field.PERSONS_TO_NOTIFY) ? details.personsToNotify() : List.of());
  }

  private PersonalDetails apply(PersonalDetails personal) {
    PersonalDetails shown =
        fields.contains(Field.PERSONAL_SUMMARY) ? personal : personal.withoutSummary();
    return fields.contains(Field.CUSTODY) ? shown : shown.withoutCustody();
  }

  /** The fields that are withheld by default: of DG13, and of DG11 and DG16. */
  public enum Field {
    /** Dân tộc. */
    ETHNICITY(6),
    /** Tôn giáo. */
    RELIGION(7),
    /** Đặc điểm nhận dạng. */
    MARKS(10),
    /** Họ tên cha, mẹ. */
    PARENTS(13),
    /** Vợ, chồng. */
    SPOUSE(14),
    /** Personal summary, of DG11. */
    PERSONAL_SUMMARY,
    /** Custody information, of DG11. */
    CUSTODY,
    /** Persons to notify, DG16. */
    PERSONS_TO_NOTIFY;

    private static final int NOT_OF_DG13 = 0;

    private final int number;

    Field() {
      this(NOT_OF_DG13);
    }

    Field(int number) {
      this.number = number;
    }

    /** The field's number in DG13; 0 for a field of another file. */
    public int number() {
      return number;
    }

    /** The name for programs and people, such as {@code persons-to-notify}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The field with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Field named(String name) {
      return Arrays.stream(values())
          .filter(field -> field.id().equalsIgnoreCase(name.replace('_', '-')))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("known fields: " + Arrays.toString(values())));
    }
  }
}
