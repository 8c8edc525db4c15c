package io.cardproof.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardSecretsTest {
  private SimulatedCard card;
  private CardSecrets secrets;

  @BeforeAll
  void issue() throws Exception {
    card = SimulatedCard.builder().persona("cccd-2021").seed(77).build();
    secrets = CardSecrets.of(card);
  }

  @Test
  void whatOpensTheChip() {
    found("the CAN " + card.can().orElseThrow());
    found(card.mrz().get(0).toLowerCase(Locale.ROOT));
    found("name " + card.mrz().get(2).replaceAll("<+", " ").strip());
    found(card.qr().orElseThrow().split("\\|", -1)[0]);
  }

  @Test
  void bytesInEveryNotation() {
    byte[] portrait = card.image().file(0x0102).orElseThrow();
    byte[] piece = Arrays.copyOfRange(portrait, 100, 112);
    String hex = HexFormat.of().formatHex(piece);
    found("< 00B0 " + hex.toUpperCase(Locale.ROOT) + " 9000");
    found("a" + hex);
    found(HexFormat.ofDelimiter(" ").formatHex(piece));
    found(HexFormat.ofDelimiter(":").formatHex(piece));
    found("image " + Base64.getEncoder().encodeToString(piece));
    found(Arrays.toString(piece));
  }

  @Test
  void nameInItsOwnLanguage() {
    byte[] details = card.image().file(0x010D).orElseThrow();
    String name =
        Arrays.stream(new String(details, StandardCharsets.UTF_8).split("\\p{Cntrl}+"))
            .filter(text -> text.chars().anyMatch(letter -> letter > 0x1E00 && letter < 0x1EFF))
            .findFirst()
            .orElseThrow();
    found("holder: " + name.replaceAll("[^\\p{L} ]", "").strip());
  }

  @Test
  void nothingInOtherTexts() {
    assertEquals(
        Optional.empty(),
        secrets.in("DG2 as signed, SHA-256 0123456789abcdef0123456789abcdef, [1, 2, 3, 4, 5, 6]"));
  }

  private void found(String text) {
    assertTrue(secrets.in(text).isPresent(), text);
  }
}
