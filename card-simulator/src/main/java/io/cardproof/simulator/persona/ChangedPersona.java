package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** A persona like another one but for its document. */
record ChangedPersona(Persona persona, UnaryOperator<Document> change) implements Persona {
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
    return change.apply(persona.document(today, random));
  }
}
