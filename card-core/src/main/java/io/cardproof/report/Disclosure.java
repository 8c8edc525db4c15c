package io.cardproof.report;

import io.cardproof.vietnam.CitizenDetails;
import java.util.Arrays;
import java.util.EnumSet;
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

  /** The fields of DG13 that are withheld by default. */
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
    SPOUSE(14);

    private final int number;

    Field(int number) {
      this.number = number;
    }

    /** The field's number in DG13. */
    public int number() {
      return number;
    }

    /**
     * The field with this name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Field named(String name) {
      return Arrays.stream(values())
          .filter(field -> field.name().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("known fields: " + Arrays.toString(values())));
    }
  }
}
