package io.cardproof.benchmarks;

import io.cardproof.benchmarks.Documents.Document;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the files that other benchmarks read: a document, who signed it, and snapshots. */
final class ColdFiles {
  private ColdFiles() {}

  /** The directory to write; then, if there is a list, that list and the root that pins it. */
  public static void main(String[] arguments) throws IOException, InspectionException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    Document document = Documents.citizenCard(11);
    new EvidenceCodec().write(directory.resolve("document.evidence"), document.evidence());
    Files.write(directory.resolve("csca.cer"), document.csca().toByteArray());
    Files.write(directory.resolve("csca.crl"), document.crl().toByteArray());
    if (arguments.length > 1) {
      snapshots(directory, document, Path.of(arguments[1]), Path.of(arguments[2]));
    }
  }

  private static void snapshots(Path directory, Document document, Path list, Path pin)
      throws IOException, InspectionException {
    Bytes root = Bytes.of(Files.readAllBytes(pin));
    TrustStore.builder().pin(root).add(list).build().save(directory.resolve("list.snapshot"));
    TrustStore.builder()
        .allowTestAnchors()
        .pin(root)
        .add(list)
        .addCertificate(document.csca(), "simulator")
        .addCrl(document.crl(), "simulator")
        .build()
        .save(directory.resolve("trust.snapshot"));
  }
}
