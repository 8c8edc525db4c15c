package io.cardproof.cli.show;

import io.cardproof.cli.show.Entries.Entry;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenName;
import io.cardproof.vietnam.CitizenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person in lines: the portrait, where the terminal can show it, and the data beside it. */
final class PersonText {
  private static final int PORTRAIT_COLUMNS = 28;
  private static final int NARROWEST_DATA = 40;
  private static final String MARGIN = "   ";

  private final Messages messages;
  private final Style style;
  private final int width;

  PersonText(Messages messages, Style style, int width) {
    this.messages = messages;
    this.style = style;
    this.width = width;
  }

  List<String> lines(Person person) {
    Optional<List<String>> portrait = person.portrait().flatMap(this::paint);
    if (portrait.isEmpty()) {
      return data(person, width - MARGIN.length()).stream().map(MARGIN::concat).toList();
    }
    int beside = width - PORTRAIT_COLUMNS - 2 * MARGIN.length();
    return beside >= NARROWEST_DATA
        ? sideBySide(portrait.get(), data(person, beside))
        : oneBelowTheOther(portrait.get(), data(person, width - MARGIN.length()));
  }

  private Optional<List<String>> paint(Portrait portrait) {
    return style.trueColour()
        ? HalfBlocks.paint(portrait.image(), PORTRAIT_COLUMNS)
        : Optional.empty();
  }

  private static List<String> sideBySide(List<String> portrait, List<String> data) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(portrait.size(), data.size()); i++) {
      String left = i < portrait.size() ? portrait.get(i) : " ".repeat(PORTRAIT_COLUMNS);
      String right = i < data.size() ? MARGIN + data.get(i) : "";
      lines.add(MARGIN + left + right);
    }
    return lines;
  }

  private static List<String> oneBelowTheOther(List<String> portrait, List<String> data) {
    return Stream.concat(portrait.stream(), data.stream()).map(MARGIN::concat).toList();
  }

  private List<String> data(Person person, int room) {
    List<Entry> entries = entries(person);
    int label = entries.stream().mapToInt(entry -> Columns.of(entry.label())).max().orElse(0) + 2;
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      List<String> wrapped = Columns.wrap(entry.value(), Math.max(10, room - label));
      lines.add(style.faint(Columns.pad(entry.label(), label)) + shown(entry, wrapped.get(0)));
      wrapped.stream().skip(1).forEach(more -> lines.add(" ".repeat(label) + shown(entry, more)));
    }
    return lines;
  }

  private String shown(Entry entry, String text) {
    return entry.key().equals("name") ? style.bold(text) : text;
  }

  private List<Entry> entries(Person person) {
    Mrz mrz = person.mrz();
    String until =
        person.expiry().map(Dates::text).orElseGet(() -> messages.text("holder.no-expiry"));
    Entries entries =
        new Entries(messages)
            .add("name", Optional.of(person.fullName()))
            .add("number", number(person))
            .add("document", Optional.of(mrz.documentNumber()))
            .add("birth", person.birthDate().map(Dates::text))
            .add("sex", Optional.of(sex(mrz.sex())))
            .add("nationality", Optional.of(mrz.nationality()))
            .add("issuer", Optional.of(mrz.issuingState()));
    person.citizen().ifPresent(citizen -> addCitizen(entries, citizen));
    entries.add("expiry", Optional.of(until));
    DetailsText details = new DetailsText(messages, entries, person.birthDate());
    person.details().ifPresent(details::add);
    return entries.list();
  }

  private static void addCitizen(Entries entries, CitizenDetails citizen) {
    entries
        .add("origin", citizen.placeOfOrigin())
        .add("residence", citizen.residence())
        .add("ethnicity", citizen.ethnicity())
        .add("religion", citizen.religion())
        .add("marks", citizen.identifyingMarks())
        .add("parents", names(Stream.of(citizen.father(), citizen.mother())))
        .add("spouse", names(citizen.spouses().stream().map(Optional::of)))
        .add("old-number", citizen.oldNumber())
        .add("issued", citizen.issueDate().map(CitizenDate::text));
  }

  private static Optional<String> number(Person person) {
    return person.citizen().flatMap(CitizenDetails::number).map(CitizenNumber::digits);
  }

  private static Optional<String> names(Stream<Optional<CitizenName>> names) {
    return Optional.of(
        names.flatMap(Optional::stream).map(CitizenName::text).collect(Collectors.joining(", ")));
  }

  private String sex(String letter) {
    return messages.text("sex." + (letter.isEmpty() ? "x" : letter.toLowerCase(Locale.ROOT)));
  }
}
