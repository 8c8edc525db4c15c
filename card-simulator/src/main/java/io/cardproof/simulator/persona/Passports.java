package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.picture.Face;
import java.time.MonthDay;

/** The passports of Utopia, ICAO's specimen state. */
final class Passports {
  private Passports() {}

  /** As chips of 2010 were: BAC, Active Authentication, no PACE, no Chip Authentication. */
  static Persona of2010() {
    return PersonaBuilder.passport("passport-2010")
        .summary("Passport of Utopia, BAC only, AA with RSA; no CA, no QR")
        .documentNumber("X00TEST01")
        .person(new Person("Specimen", "Nora Test", "F", MonthDay.of(4, 23), 44, Face.NORA))
        .portrait(PortraitVariant.jpeg(14_847))
        .bac()
        .activeAuthentication(ActiveAuthenticationVariant.rsa(1024, Hash.SHA_1))
        .countrySigner(SignatureAlgorithm.rsaPss(3072, Hash.SHA_256))
        .documentSigner(SignatureAlgorithm.rsaPss(2048, Hash.SHA_256))
        .build();
  }
}
