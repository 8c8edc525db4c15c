package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.picture.Face;
import java.time.MonthDay;

/** The documents of Utopia, ICAO's specimen state. */
final class UtopianDocuments {
  private static final int LONGEST_COMMAND = 0x05FF;
  private static final int LONGEST_RESPONSE = 0x7FFF;

  private UtopianDocuments() {}

  /** As good chips are today: PACE that proves the chip, and both other proofs beside it. */
  static Persona passport() {
    return PersonaBuilder.passport("passport")
        .summary("Passport of Utopia: PACE-CAM, CA, AA with ECDSA; JPEG 2000 portrait, details")
        .documentNumber("X00TEST02")
        .person(new Person("Specimen", "Erik Test", "M", MonthDay.of(2, 11), 41, Face.ERIK))
        .portrait(PortraitVariant.jpeg2000(15_360))
        .bac()
        .pace(
            PaceVariant.chipAuthentication(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128),
            PaceVariant.generic(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128))
        .can("245013")
        .chipAuthentication(
            ChipAuthenticationVariant.of(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_256))
        .activeAuthentication(
            ActiveAuthenticationVariant.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256))
        .details(11, 12)
        .directory()
        .information(LONGEST_COMMAND, LONGEST_RESPONSE)
        .countrySigner(SignatureAlgorithm.ecdsa(StandardGroup.SECP384R1, Hash.SHA_384))
        .documentSigner(SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256))
        .build();
  }

  /** Fingerprints and irises that only a terminal with a certificate may read. */
  static Persona passportWithTerminalAuthentication() {
    return PersonaBuilder.passport("eac")
        .summary("Passport of Utopia with fingerprints and irises behind TA; PACE, CA")
        .documentNumber("X00TEST03")
        .person(new Person("Specimen", "Amara Test", "F", MonthDay.of(10, 5), 33, Face.AMARA))
        .portrait(PortraitVariant.jp2(14_500))
        .bac()
        .pace(PaceVariant.generic(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_256))
        .can("630418")
        .chipAuthentication(
            ChipAuthenticationVariant.of(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128))
        .terminalAuthentication()
        .fingerprints(12_000, FingerFile.Position.RIGHT_INDEX, FingerFile.Position.LEFT_INDEX)
        .irises(9_000)
        .countrySigner(SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P384R1, Hash.SHA_384))
        .documentSigner(SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P256R1, Hash.SHA_256))
        .build();
  }

  /** An identity card whose holder has a PIN. */
  static Persona identityCard() {
    return PersonaBuilder.identityCard("id-pin", MrzFormat.TD1)
        .summary(
            "Identity card of Utopia: PACE by PIN with three tries, PUK, CAN or MRZ; CA; no BAC")
        .documentCode("ID")
        .documentNumber("TEST00000042")
        .person(new Person("Specimen", "Pilar Test", "F", MonthDay.of(7, 30), 29, Face.PILAR))
        .portrait(PortraitVariant.jpeg(11_000).inIso39794())
        .pace(PaceVariant.generic(StandardGroup.SECP256R1, SessionCipher.AES_128))
        .can("500540")
        .pin("271828", 3)
        .puk("3141592653", 10)
        .chipAuthentication(
            ChipAuthenticationVariant.of(StandardGroup.SECP256R1, SessionCipher.AES_128)
                .form(KeyForm.NAMED))
        .details(7)
        .countrySigner(SignatureAlgorithm.ecdsa(StandardGroup.SECP521R1, Hash.SHA_512))
        .documentSigner(SignatureAlgorithm.ecdsa(StandardGroup.SECP384R1, Hash.SHA_384))
        .hash(Hash.SHA_384)
        .build();
  }

  /** As chips of 2010 were: BAC, Active Authentication, no PACE, no Chip Authentication. */
  static Persona passportOf2010() {
    return PersonaBuilder.passport("passport-2010")
        .summary("Passport of Utopia, BAC only, AA with RSA; no CA, no QR")
        .documentNumber("X00TEST01")
        .person(new Person("Specimen", "Nora Test", "F", MonthDay.of(4, 23), 44, Face.NORA))
        .portrait(PortraitVariant.jpeg(14_847).withWrongSize())
        .bac()
        .activeAuthentication(ActiveAuthenticationVariant.rsa(1024, Hash.SHA_1))
        .countrySigner(SignatureAlgorithm.rsaPss(3072, Hash.SHA_256))
        .documentSigner(SignatureAlgorithm.rsaPss(2048, Hash.SHA_256))
        .build();
  }
}
