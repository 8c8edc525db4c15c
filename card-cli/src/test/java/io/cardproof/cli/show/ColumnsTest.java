package io.cardproof.cli.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Text on a grid of characters")
final class ColumnsTest {
  @Test
  @DisplayName("a Vietnamese letter takes one column, composed or not")
  void vietnameseLettersAreOneWide() {
    String name = "Nguyễn Thị Ước";
    assertEquals(14, Columns.of(name));
    assertEquals(14, Columns.of(Normalizer.normalize(name, Normalizer.Form.NFD)));
  }

  @Test
  @DisplayName("lines break at spaces; a long word stays whole")
  void wraps() {
    assertEquals(List.of("one two", "three"), Columns.wrap("one two three", 7));
    assertEquals(List.of("incomprehensible", "a"), Columns.wrap("incomprehensible a", 5));
    assertEquals(List.of(""), Columns.wrap("", 5));
  }

  @Test
  @DisplayName("what a card says cannot steer the terminal")
  void controlCharactersAreTakenOut() {
    assertEquals("[2Jname x", Columns.harmless("\u001b[2Jname\u202ex\n"));
  }
}
