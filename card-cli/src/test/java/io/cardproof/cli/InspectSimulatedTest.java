package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("card inspect --simulated: the genuine citizen card")
final class InspectSimulatedTest {
  private static CardRun run = CardRun.of("--version");

  @BeforeAll
  static void inspect() {
    run = CardRun.of("inspect", "--simulated", "cccd-2021", "--json");
  }

  @Test
  @DisplayName("is authentic, exit 0, with nothing on stderr")
  void isAuthentic() {
    assertEquals(0, run.exit(), run.out() + run.err());
    assertEquals("authentic", run.json().path("verdict").asText());
    assertEquals("witnessed", run.json().path("presence").asText());
    assertEquals("", run.err());
  }

  @Test
  @DisplayName("passes passive, chip and active authentication over PACE-GM by CAN")
  void proofsPass() {
    assertEquals("passed", run.check("passive-authentication.signature"));
    assertEquals("passed", run.check("passive-authentication.chain"));
    assertEquals("passed", run.check("passive-authentication.validity"));
    Stream.of(1, 2, 13, 14, 15)
        .forEach(
            group -> assertEquals("passed", run.check("passive-authentication.hash.dg" + group)));
    assertEquals("passed", run.check("chip-authentication"));
    assertEquals("passed", run.check("active-authentication"));
    assertEquals("PACE-GM", run.json().path("access").path("protocol").asText());
    assertEquals("CAN", run.json().path("access").path("key").asText());
  }

  @Test
  @DisplayName("needs at most 16 commands")
  void needsFewCommands() {
    int apdus = run.json().path("reading").path("apdus").asInt();
    assertTrue(apdus > 0 && apdus <= 16, "apdus: " + apdus);
  }

  @Test
  @DisplayName("has every field that scripts may rely on")
  void hasContractFields() {
    JsonNode json = run.json();
    Stream.of("holder", "signer", "remarks", "now", "signingReference", "reading")
        .forEach(name -> assertTrue(json.has(name), name));
    assertEquals(1, json.path("schemaVersion").asInt());
    assertTrue(json.path("testAnchor").asBoolean());
    assertEquals("counter", json.path("policy").asText());
    assertEquals(64, json.path("signer").path("sha256").asText().length());
    Stream.of("apdus", "bytesSent", "bytesReceived", "millis")
        .forEach(name -> assertTrue(json.path("reading").path(name).isNumber(), name));
    StreamSupport.stream(json.path("checks").spliterator(), false)
        .forEach(check -> assertFalse(check.path("clause").asText().isEmpty(), check.toString()));
  }

  @Test
  @DisplayName("withholds religion, ethnicity, marks, parents and spouse unless they are named")
  void withholdsSensitiveFields() {
    JsonNode citizen = run.json().path("holder").path("citizen");
    Stream.of("religion", "ethnicity", "identifyingMarks", "father", "mother", "spouses")
        .forEach(name -> assertFalse(citizen.has(name), name));
    assertTrue(citizen.has("number"));

    CardRun asked = CardRun.of("inspect", "--simulated", "--disclose", "religion", "--json");
    JsonNode disclosed = asked.json().path("holder").path("citizen");
    assertTrue(disclosed.has("religion"), asked.out());
    assertFalse(disclosed.has("ethnicity"));
  }

  @Test
  @DisplayName("the report on a terminal puts the verdict first, then the test banner, then who")
  void textIsInOrder() {
    String text = CardRun.of("inspect", "--simulated", "--lang", "en").out();

    int verdict = text.indexOf("AUTHENTIC");
    int banner = text.indexOf("TEST CARD");
    int holder = text.indexOf("Holder");
    int checks = text.indexOf("Checks");
    assertTrue(verdict >= 0 && verdict < banner && banner < holder && holder < checks, text);
    assertFalse(text.contains("\u001b"), "colours without a terminal");
  }

  @Test
  @DisplayName("texts are of one language and write all dates alike")
  void textsAreAlike() {
    CardRun citizen = CardRun.of("inspect", "--simulated", "--lang", "vi");
    assertFalse(citizen.out().contains("face record"), citizen.out());

    CardRun passport = CardRun.of("inspect", "--simulated", "passport");
    assertTrue(passport.out().matches("(?s).*Issued on +\\d\\d/\\d\\d/\\d{4}\n.*"), passport.out());
  }

  @Test
  @DisplayName("other personas: a card of 2024 and a passport with BAC")
  void otherPersonas() {
    CardRun citizen = CardRun.of("inspect", "--simulated", "cccd-2024", "--json");
    CardRun passport = CardRun.of("inspect", "--simulated", "passport-2010", "--json");

    assertEquals(0, citizen.exit(), citizen.out() + citizen.err());
    assertEquals(0, passport.exit(), passport.out() + passport.err());
    assertEquals("BAC", passport.json().path("access").path("protocol").asText());
    assertEquals("MRZ", passport.json().path("access").path("key").asText());
  }
}
