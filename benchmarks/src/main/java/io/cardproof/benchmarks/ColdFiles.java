package io.cardproof.benchmarks;

import io.cardproof.benchmarks.Documents.Document;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the files that the cold runs read: a document, who signed it, and a snapshot of all. */
final class ColdFiles {
  private ColdFiles() {}

  /** The directory to write, the list, and the root that vouches for it. */
  public static void main(String[] arguments) throws IOException, InspectionException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    Document document = Documents.citizenCard(11);
    new EvidenceCodec().write(directory.resolve("document.evidence"), document.evidence());
    Path csca = directory.resolve("csca.cer");
    Path crl = directory.resolve("csca.crl");
    Files.write(csca, document.csca().toByteArray());
    Files.write(crl, document.crl().toByteArray());
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .pin(Bytes.of(Files.readAllBytes(Path.of(arguments[2]))))
            .add(Path.of(arguments[1]))
            .add(csca)
            .add(crl)
            .build();
    store.save(directory.resolve("trust.snapshot"));
  }
}
