package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import io.cardproof.document.BiometricImage;
import io.cardproof.document.DocumentDetails;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.PartialDate;
import io.cardproof.document.PersonToNotify;
import io.cardproof.document.PersonalDetails;
import io.cardproof.report.HolderDetails;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rarer data groups say, in lines. */
final class DetailsText {
  private final Messages messages;
  private final Entries entries;
  private final Optional<LocalDate> birth;

  /**
   * @param birth the date of birth that is shown already
   */
  DetailsText(Messages messages, Entries entries, Optional<LocalDate> birth) {
    this.messages = messages;
    this.entries = entries;
    this.birth = birth;
  }

  void add(HolderDetails details) {
    details.personal().ifPresent(this::personal);
    details.document().ifPresent(this::document);
    for (PersonToNotify person : details.personsToNotify()) {
      entries.add("notify", Optional.of(notified(person)));
    }
    entries.add("fingers", Optional.of(biometric(details.fingers())));
    entries.add("irises", Optional.of(biometric(details.irises())));
    entries.add("displayed", Optional.of(images(details.displayedPortraits())));
    entries.add("signature", Optional.of(images(details.signatures())));
  }

  private void personal(PersonalDetails personal) {
    entries
        .add("full-name", personal.fullName().map(DetailsText::name))
        .add("other-names", Optional.of(names(personal.otherNames())))
        .add("personal-number", personal.personalNumber())
        .add("full-birth", fullBirth(personal))
        .add("birth-place", personal.placeOfBirth().map(DetailsText::parts))
        .add("address", personal.address().map(DetailsText::parts))
        .add("telephone", personal.telephone().map(DetailsText::parts))
        .add("profession", personal.profession().map(DetailsText::parts))
        .add("title", personal.title().map(DetailsText::parts))
        .add("other-documents", personal.otherDocuments().map(DetailsText::parts))
        .add("summary", personal.summary().map(DetailsText::parts))
        .add("custody", personal.custody().map(DetailsText::parts));
  }

  private Optional<String> fullBirth(PersonalDetails personal) {
    return personal
        .fullBirthDate()
        .filter(date -> birth.isEmpty() || !date.day().equals(birth))
        .map(DetailsText::date);
  }

  private void document(DocumentDetails document) {
    entries
        .add("authority", document.issuingAuthority().map(DetailsText::parts))
        .add("issued", document.issueDate().map(DetailsText::date))
        .add("other-persons", Optional.of(names(document.otherPersons())))
        .add("endorsements", document.endorsements().map(DetailsText::parts))
        .add("tax-or-exit", document.taxOrExit().map(DetailsText::parts));
  }

  private static String notified(PersonToNotify person) {
    return Stream.of(
            person.name().map(DetailsText::name),
            person.telephone(),
            person.address().map(DetailsText::parts))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private String biometric(List<BiometricImage> images) {
    return images.stream()
        .map(image -> messages.text("part." + image.part().id()) + " " + described(image.image()))
        .collect(Collectors.joining(", "));
  }

  private static String images(List<EncodedImage> images) {
    return images.stream().map(DetailsText::described).collect(Collectors.joining(", "));
  }

  private static String described(EncodedImage image) {
    String type = image.type().extension().toUpperCase(Locale.ROOT);
    boolean measured = image.width().isPresent() && image.height().isPresent();
    return measured
        ? "(" + type + " " + image.width().getAsInt() + "×" + image.height().getAsInt() + ")"
        : "(" + type + ")";
  }

  private static String names(List<String> names) {
    return names.stream().map(DetailsText::name).collect(Collectors.joining(", "));
  }

  /** A name has fillers between its parts. */
  private static String name(String text) {
    return text.replaceAll("<+", " ").strip();
  }

  /** Other texts have fillers between their lines. */
  private static String parts(String text) {
    return text.replaceAll("<+$", "").replaceAll("<+", ", ").strip();
  }

  private static String date(PartialDate date) {
    return date.day().map(Dates::text).orElseGet(date::shown);
  }
}
