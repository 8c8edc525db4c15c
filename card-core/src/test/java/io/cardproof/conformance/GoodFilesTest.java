package io.cardproof.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.document.FileId;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are as they should be have no defects. */
class GoodFilesTest {
  private static final Set<FileId> FILES =
      EnumSet.of(
          FileId.COM, FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG14, FileId.DG15);

  @ParameterizedTest
  @MethodSource("personas")
  void theFilesOfEveryPersona(String persona) throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona(persona).seed(4).build();
    assertEquals(List.of(), defects(card));
  }

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @Test
  void theFilesOfTheReferenceDocument() throws Exception {
    SimulatedCard card =
        SimulatedCard.builder().folder(SharedData.path("bsi-reference-set")).seed(3).build();
    assertTrue(card.image().file(FileId.DG4.fid()).isPresent());
    assertEquals(List.of(), defects(card));
  }

  private static List<ContentDefect> defects(SimulatedCard card) {
    List<ContentDefect> defects = new ArrayList<>();
    for (FileId id : FILES) {
      // What stands for the fingers of a citizen is noise: no reader here may open it.
      if (id == FileId.DG3 && card.image().file(FileId.DG13.fid()).isPresent()) {
        continue;
      }
      card.image()
          .file(id.fid())
          .map(content -> ContentConformance.of(id, Bytes.of(content)))
          .ifPresent(defects::addAll);
    }
    return defects;
  }
}
