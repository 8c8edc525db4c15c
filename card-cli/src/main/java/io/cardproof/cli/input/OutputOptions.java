package io.cardproof.cli.input;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is made of a report. */
public final class OutputOptions {
  @Option(names = "--json")
  private boolean json;

  @Option(names = "--unverified")
  private boolean unverified;

  @Option(names = "--photo", paramLabel = "FILE")
  private @Nullable Path photo;

  @Option(names = "--fingers", paramLabel = "DIR")
  private @Nullable Path fingers;

  @Option(names = "--signer-cert", paramLabel = "FILE")
  private @Nullable Path signerCertificate;

  /** Whether a program reads it. */
  public boolean json() {
    return json;
  }

  /** Whether what the chip says is shown although nobody vouches for it. */
  public boolean unverified() {
    return unverified;
  }

  /** Where the portrait goes. */
  public Optional<Path> photo() {
    return Optional.ofNullable(photo);
  }

  /** Where fingerprints and irises go. */
  public Optional<Path> fingers() {
    return Optional.ofNullable(fingers);
  }

  /** Where the certificate of the document signer goes. */
  public Optional<Path> signerCertificate() {
    return Optional.ofNullable(signerCertificate);
  }
}
