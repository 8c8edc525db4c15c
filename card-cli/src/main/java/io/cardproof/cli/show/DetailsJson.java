package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.document.BiometricImage;
import io.cardproof.document.DocumentDetails;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.PartialDate;
import io.cardproof.document.PersonToNotify;
import io.cardproof.document.PersonalDetails;
import io.cardproof.document.Portrait;
import io.cardproof.report.HolderDetails;
import java.util.List;
import java.util.Optional;

/** The rarer data groups as JSON: texts as the document has them, images by type and size only. */
final class DetailsJson {
  private DetailsJson() {}

  static ObjectNode of(HolderDetails details) {
    ObjectNode node = Json.node();
    if (details.faces().size() > 1) {
      images(node, "faces", details.faces().stream().map(Portrait::image).toList());
    }
    biometric(node, "fingers", details.fingers());
    biometric(node, "irises", details.irises());
    images(node, "displayedPortraits", details.displayedPortraits());
    images(node, "signatures", details.signatures());
    details.personal().ifPresent(personal -> personal(personal, node.putObject("personal")));
    details.document().ifPresent(document -> document(document, node.putObject("document")));
    if (!details.personsToNotify().isEmpty()) {
      ArrayNode persons = node.putArray("personsToNotify");
      details.personsToNotify().forEach(person -> person(person, persons.addObject()));
    }
    return node;
  }

  /** Type, length, size and hash of an image, never the image. */
  static void image(EncodedImage image, ObjectNode node) {
    node.put("type", image.type().mime()).put("bytes", image.bytes().length());
    image.width().ifPresent(width -> node.put("width", width));
    image.height().ifPresent(height -> node.put("height", height));
    node.put("sha256", image.bytes().sha256().toHex());
  }

  private static void biometric(ObjectNode node, String name, List<BiometricImage> images) {
    if (!images.isEmpty()) {
      ArrayNode array = node.putArray(name);
      for (BiometricImage image : images) {
        image(image.image(), array.addObject().put("position", image.part().id()));
      }
    }
  }

  private static void images(ObjectNode node, String name, List<EncodedImage> images) {
    if (!images.isEmpty()) {
      ArrayNode array = node.putArray(name);
      images.forEach(image -> image(image, array.addObject()));
    }
  }

  private static void personal(PersonalDetails personal, ObjectNode node) {
    put(node, "fullName", personal.fullName());
    putAll(node, "otherNames", personal.otherNames());
    put(node, "personalNumber", personal.personalNumber());
    put(node, "fullBirthDate", personal.fullBirthDate().map(PartialDate::shown));
    put(node, "placeOfBirth", personal.placeOfBirth());
    put(node, "address", personal.address());
    put(node, "telephone", personal.telephone());
    put(node, "profession", personal.profession());
    put(node, "title", personal.title());
    put(node, "otherDocuments", personal.otherDocuments());
    put(node, "summary", personal.summary());
    put(node, "custody", personal.custody());
    personal
        .proofOfCitizenship()
        .ifPresent(proof -> image(proof, node.putObject("proofOfCitizenship")));
  }

  private static void document(DocumentDetails document, ObjectNode node) {
    put(node, "issuingAuthority", document.issuingAuthority());
    put(node, "issueDate", document.issueDate().map(PartialDate::shown));
    putAll(node, "otherPersons", document.otherPersons());
    put(node, "endorsements", document.endorsements());
    put(node, "taxOrExit", document.taxOrExit());
    document.front().ifPresent(front -> image(front, node.putObject("front")));
    document.rear().ifPresent(rear -> image(rear, node.putObject("rear")));
    put(node, "personalisedAt", document.personalisedAt());
    put(node, "personalisationSystem", document.personalisationSystem());
  }

  private static void person(PersonToNotify person, ObjectNode node) {
    put(node, "recorded", person.recorded().map(PartialDate::shown));
    put(node, "name", person.name());
    put(node, "telephone", person.telephone());
    put(node, "address", person.address());
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(text -> node.put(name, text));
  }

  private static void putAll(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(node.putArray(name)::add);
    }
  }
}
