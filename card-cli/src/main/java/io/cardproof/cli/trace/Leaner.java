package io.cardproof.cli.trace;

import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A way to make a document smaller. */
interface Leaner {
  /** The data groups that a document can be without, those first on which the least depends. */
  List<Integer> DISPENSABLE = List.of(16, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 15, 14, 2);

  /** The smallest picture that still shows somebody. */
  int PORTRAIT_BYTES = 3_000;

  /** The document with less in it. */
  Document lean(Document document);

  /** All ways there are, the least harmful first. */
  static List<Leaner> all() {
    List<Leaner> all = new ArrayList<>();
    for (int number : DISPENSABLE) {
      all.add(document -> without(document, number));
    }
    all.add(document -> document.toBuilder().dataGroup(2, portrait()).build());
    return all;
  }

  /** The persona with such a document. */
  default Persona than(Persona persona) {
    return new Lean(persona, this);
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

  /** A persona whose document is leaner than another's. */
  record Lean(Persona persona, Leaner leaner) implements Persona {
    @Override
    public String name() {
      return persona.name();
    }

    @Override
    public String summary() {
      return persona.summary();
    }

    @Override
    public IssuerProfile issuer() {
      return persona.issuer();
    }

    @Override
    public LocalDate expiry(LocalDate today) {
      return persona.expiry(today);
    }

    @Override
    public Instant signing(LocalDate today) {
      return persona.signing(today);
    }

    @Override
    public Document document(LocalDate today, RandomSource random) {
      return leaner.lean(persona.document(today, random));
    }
  }
}
