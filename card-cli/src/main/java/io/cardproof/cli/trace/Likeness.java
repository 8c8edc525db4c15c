package io.cardproof.cli.trace;

import io.cardproof.access.AccessKey;
import io.cardproof.document.CardInformation;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceEvent;
import io.cardproof.report.Report;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenDetails;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A document of a made-up person that has the same files, ways in and proofs as one that was read.
 * Nothing is taken over but kinds, algorithms and lengths.
 */
final class Likeness {
  static final String NAME = "made-up";
  private static final int LONGEST_COMMAND = 0x05FF;
  private static final int LONGEST_RESPONSE = 0x7FFF;
  private static final int TRIES = 3;
  private static final int LAST_TRY = 1;
  private static final int PUK_TRIES = 10;
  private static final int MILLION = 1_000_000;

  private static final Bytes READ_INFORMATION = Bytes.ofHex("00b08100");
  private static final Bytes SUCCESS = Bytes.ofHex("9000");

  private final Trace trace;
  private final Report report;
  private final AccessKey key;
  private final SecureRandom random;

  /** The likeness of the original's card, to be opened as that was. */
  Likeness(Original original, SecureRandom random) {
    this.trace = original.trace();
    this.report = original.report();
    this.key = original.key();
    this.random = random;
  }

  Persona persona() {
    return citizenCard().orElseGet(this::toOrder);
  }

  private Optional<Persona> citizenCard() {
    Optional<CitizenDetails> details = details();
    if (details.flatMap(CitizenDetails::number).isEmpty()) {
      return Optional.empty();
    }
    String name =
        details.flatMap(CitizenDetails::issueDate).isPresent() ? "cccd-2021" : "cccd-2024";
    return Persona.all().stream().filter(persona -> persona.name().equals(name)).findFirst();
  }

  private Optional<CitizenDetails> details() {
    try {
      Optional<Bytes> dg13 = report.evidence().file(FileId.DG13);
      return dg13.isEmpty() ? Optional.empty() : Optional.of(CitizenDetails.parse(dg13.get()));
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private Persona toOrder() {
    Evidence evidence = report.evidence();
    HolderLikeness holder = new HolderLikeness(evidence);
    PersonaBuilder persona = holder.begin(NAME);
    holder.addTo(persona);
    new ProtocolLikeness(evidence).addTo(persona);
    new SigningLikeness(report).addTo(persona);
    addKeys(persona);
    addFilesBesideTheApplication(persona);
    return persona.build();
  }

  private void addKeys(PersonaBuilder persona) {
    if (report.access().oid().isEmpty()) {
      return;
    }
    persona.can(digits());
    if (key.kind() == AccessKey.Kind.PIN) {
      persona.pin(digits(), key.resumedBy().isPresent() ? LAST_TRY : TRIES);
    }
    if (key.kind() == AccessKey.Kind.PUK) {
      persona.puk(digits(), PUK_TRIES);
    }
  }

  private void addFilesBesideTheApplication(PersonaBuilder persona) {
    Evidence evidence = report.evidence();
    if (evidence.file(FileId.DIR).isPresent()) {
      persona.directory();
    }
    Optional<Bytes> information = evidence.file(FileId.ATR_INFO).or(this::askedFirst);
    if (information.isPresent()) {
      addInformation(persona, information.get());
    }
  }

  // Where the answer to reset announces EF.ATR/INFO it is looked at, and not kept in the evidence.
  private Optional<Bytes> askedFirst() {
    for (TraceEvent event : trace.events()) {
      if (event instanceof TraceEvent.Exchange exchange
          && exchange.command().startsWith(READ_INFORMATION)
          && exchange.response().from(exchange.response().length() - 2).equals(SUCCESS)) {
        return Optional.of(exchange.response().slice(0, exchange.response().length() - 2));
      }
    }
    return Optional.empty();
  }

  private static void addInformation(PersonaBuilder persona, Bytes file) {
    try {
      CardInformation information = CardInformation.parse(file);
      persona.information(
          information.maxCommandBytes().orElse(LONGEST_COMMAND),
          information.maxResponseBytes().orElse(LONGEST_RESPONSE));
    } catch (MalformedDocumentException e) {
      persona.information(LONGEST_COMMAND, LONGEST_RESPONSE);
    }
  }

  private String digits() {
    return String.format(Locale.ROOT, "%06d", random.nextInt(MILLION));
  }
}
