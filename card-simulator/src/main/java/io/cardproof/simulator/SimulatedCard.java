package io.cardproof.simulator;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.DocumentFolder;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A simulated document with everything around it: the chip, what is printed on the card, and the
 * certificates that a reader should trust.
 *
 * <pre>{@code
 * SimulatedCard card = SimulatedCard.builder().persona("cccd-2021").fault("clone").seed(7).build();
 * byte[] answer = card.newChip().transmit(command);
 * }</pre>
 *
 * <p>Immutable; the chips that it gives out are not.
 */
public final class SimulatedCard {
  private final String name;
  private final Document document;
  private final ChipImage image;
  private final RandomSource random;
  private final ExportedTrust trust;
  private final @Nullable TerminalAccess terminal;

  SimulatedCard(
      String name,
      Document document,
      ChipImage image,
      RandomSource random,
      ExportedTrust trust,
      @Nullable TerminalAccess terminal) {
    this.name = name;
    this.document = document;
    this.image = image;
    this.random = random;
    this.trust = trust;
    this.terminal = terminal;
  }

  /** The persona {@code cccd-2021}, without fault, today; change what you like. */
  public static Builder builder() {
    return new Builder();
  }

  /** The chip as it leaves the factory; under a seed, every one with the same randomness. */
  public VirtualCard newChip() {
    return new VirtualCard(image, random.named("chip"));
  }

  /** What the chips of this card hold. */
  public ChipImage image() {
    return image;
  }

  /** What this card has: access, proofs, files. */
  public CardProfile profile() {
    return CardProfile.of(document);
  }

  /** The persona, or the name of the folder. */
  public String name() {
    return name;
  }

  /** The card access number, if the document has one. */
  public Optional<String> can() {
    return document.can();
  }

  /** The PIN, if the document has one. */
  public Optional<String> pin() {
    return document.pin().map(Document.Code::digits);
  }

  /** The number that unblocks the PIN, if the document has one. */
  public Optional<String> puk() {
    return document.puk().map(Document.Code::digits);
  }

  /** Keys for Terminal Authentication, if files of this card are behind it. */
  public Optional<TerminalAccess> terminal() {
    return Optional.ofNullable(terminal);
  }

  /** The lines of the MRZ. */
  public List<String> mrz() {
    return document.mrz();
  }

  /** The text of the printed QR code, if the document has one. */
  public Optional<String> qr() {
    return document.qr();
  }

  /**
   * CSCA certificates to trust, DER: always the genuine one, whoever signed this card. Empty for a
   * document folder without a CSCA file.
   */
  public List<byte[]> trust() {
    return copies(trust.anchors());
  }

  /** The revocation list of the genuine CSCA, DER; no bytes for a document folder. */
  public byte[] crl() {
    return trust.crl().map(byte[]::clone).orElseGet(() -> new byte[0]);
  }

  /** Link certificates by which the trusted CSCA vouches for its successors, DER. */
  public List<byte[]> links() {
    return copies(trust.links());
  }

  /** Certificates of document signers that a reader should have, if the document lacks its own. */
  public List<byte[]> signers() {
    return copies(trust.signers());
  }

  /** SHA-256 of the certificates that a reader should distrust. */
  public List<byte[]> distrusted() {
    return copies(trust.distrusted());
  }

  private static List<byte[]> copies(List<byte[]> arrays) {
    return arrays.stream().map(byte[]::clone).toList();
  }

  /** Settings of a simulated card; for one use. */
  public static final class Builder {
    private final List<String> faults = new ArrayList<>();
    private @Nullable Persona persona;
    private @Nullable Path folder;
    private @Nullable Long seed;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Takes a persona.
     *
     * @throws IllegalArgumentException for an unknown name; the message lists the known ones
     */
    public Builder persona(String name) {
      persona = Personas.named(name);
      return this;
    }

    /** Takes a persona of your own, as {@link PersonaBuilder} makes it. */
    public Builder persona(Persona value) {
      persona = value;
      return this;
    }

    /** Takes the document in a folder of {@code EF_*.bin} files instead of a persona. */
    public Builder folder(Path directory) {
      folder = directory;
      return this;
    }

    /**
     * Adds a fault, such as {@code clone} or {@code removed-at=7}, or an inspection case, such as
     * {@code LDS_H_43}.
     *
     * @throws IllegalArgumentException for an unknown fault; the message lists the known ones
     */
    public Builder fault(String id) {
      faults.add(FaultPlan.checked(id));
      return this;
    }

    /** Fixes keys, data and the chip's randomness: equal seed and clock give equal bytes. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** What a persona's dates follow; the system's clock by default. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /**
     * Issues the card.
     *
     * @throws IOException if a document folder cannot be read; the message names the file
     * @throws IllegalArgumentException if faults exclude each other, or this document cannot have
     *     one of them
     */
    public SimulatedCard build() throws IOException {
      FaultPlan plan = FaultPlan.of(faults);
      RandomSource random =
          seed == null ? RandomSource.of(new SecureRandom()) : RandomSource.seeded(seed);
      if (folder == null) {
        Persona chosen = persona == null ? plan.carrier() : plan.carriedBy(persona);
        return new IssuedCard(chosen, plan, random, clock.instant()).make();
      }
      if (persona != null) {
        throw new IllegalArgumentException("a card is a persona or a folder, not both");
      }
      return fromFolder(folder, plan, random);
    }

    private static SimulatedCard fromFolder(Path directory, FaultPlan plan, RandomSource random)
        throws IOException {
      plan.needingIssuer()
          .ifPresent(
              id -> {
                throw new IllegalArgumentException(
                    id + " needs an issuer's keys; the files of a folder are signed already");
              });
      DocumentFolder source = DocumentFolder.read(directory);
      return new SimulatedCard(
          source.name(),
          source.document(),
          new ChipAssembly(source.document(), plan, random).assemble(),
          random,
          ExportedTrust.of(source.trust()),
          null);
    }
  }
}
