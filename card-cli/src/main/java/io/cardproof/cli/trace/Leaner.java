package io.cardproof.cli.trace;

import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ways to make a document smaller. */
final class Leaner {
  /** The data groups that a document can be without, those first on which the least depends. */
  private static final List<Integer> DISPENSABLE =
      List.of(16, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 15, 14, 2);

  /** The smallest picture that still shows somebody. */
  private static final int PORTRAIT_BYTES = 3_000;

  private Leaner() {}

  /** All ways there are, the least harmful first. */
  static List<UnaryOperator<Document>> all() {
    List<UnaryOperator<Document>> all = new ArrayList<>();
    for (int number : DISPENSABLE) {
      all.add(document -> without(document, number));
    }
    all.add(document -> document.toBuilder().dataGroup(2, portrait()).build());
    return all;
  }

  private static Document without(Document document, int number) {
    if (!document.files().containsKey(Document.DG_BASE + number)) {
      throw new IllegalArgumentException("the document has no data group " + number);
    }
    // EF.COM is made anew where there is none.
    Document.Builder lean =
        document.toBuilder().withoutFile(Document.DG_BASE + number).withoutFile(Document.COM);
    return (number == 14 ? lean.withoutChipAuthentication() : lean).build();
  }

  private static byte[] portrait() {
    return FaceFile.around(JpegFile.ofSize(Portrait.paint(Face.TONI, 0), PORTRAIT_BYTES));
  }
}
