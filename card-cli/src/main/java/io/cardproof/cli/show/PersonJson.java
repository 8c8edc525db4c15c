package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.document.Mrz;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenName;
import io.cardproof.vietnam.CitizenNumber;
import java.util.List;
import java.util.Optional;

/** A person as a JSON object. What the document does not say is left out. */
final class PersonJson {
  private PersonJson() {}

  static ObjectNode of(Person person) {
    ObjectNode node = Json.node();
    Mrz mrz = person.mrz();
    node.put("documentNumber", mrz.documentNumber()).put("fullName", person.fullName());
    node.put("surname", mrz.surname()).put("givenNames", mrz.givenNames());
    person.birthDate().ifPresent(date -> node.put("birthDate", date.toString()));
    node.put("sex", mrz.sex()).put("nationality", mrz.nationality());
    node.put("issuingState", mrz.issuingState());
    person.expiry().ifPresent(date -> node.put("expiry", date.toString()));
    person.citizen().ifPresent(citizen -> citizen(citizen, node.putObject("citizen")));
    person
        .portrait()
        .ifPresent(face -> DetailsJson.image(face.image(), node.putObject("portrait")));
    person
        .details()
        .map(DetailsJson::of)
        .filter(details -> !details.isEmpty())
        .ifPresent(details -> node.set("details", details));
    ArrayNode lines = node.putArray("mrz");
    mrz.lines().forEach(lines::add);
    return node;
  }

  private static void citizen(CitizenDetails citizen, ObjectNode node) {
    put(node, "number", citizen.number().map(CitizenNumber::digits));
    put(node, "fullName", citizen.fullName().map(CitizenName::text));
    put(node, "birthDate", citizen.birthDate().map(CitizenDate::text));
    put(node, "sex", citizen.sex());
    put(node, "nationality", citizen.nationality());
    put(node, "ethnicity", citizen.ethnicity());
    put(node, "religion", citizen.religion());
    put(node, "placeOfOrigin", citizen.placeOfOrigin());
    put(node, "residence", citizen.residence());
    put(node, "identifyingMarks", citizen.identifyingMarks());
    put(node, "issueDate", citizen.issueDate().map(CitizenDate::text));
    put(node, "expiryDate", citizen.expiryDate().map(CitizenDate::text));
    put(node, "father", citizen.father().map(CitizenName::text));
    put(node, "mother", citizen.mother().map(CitizenName::text));
    List<CitizenName> spouses = citizen.spouses();
    if (!spouses.isEmpty()) {
      ArrayNode names = node.putArray("spouses");
      spouses.forEach(spouse -> names.add(spouse.text()));
    }
    put(node, "oldNumber", citizen.oldNumber());
    put(node, "cardSerial", citizen.cardSerial());
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(text -> node.put(name, text));
  }
}
