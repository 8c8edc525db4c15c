package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.FingerFile.Position;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.Person;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.simulator.persona.PortraitVariant;
import io.cardproof.simulator.picture.Face;
import java.time.MonthDay;

/**
 * The base chips of the test plan. They are signed with ECDSA where the plan has RSASSA-PSS: only
 * the cases that are about algorithms ask which, and those say so themselves; RSA keys would cost
 * each of the others seconds.
 */
public enum Carrier {
  /** DG1 and DG2, free to read. */
  PLAIN("plain"),
  /** DG1 and DG2 behind BAC. */
  BAC("bac"),
  /** BAC, Chip and Terminal Authentication, fingers and irises. */
  EAC("eac"),
  /** As {@link #EAC}, with Active Authentication. */
  EAC_AA("eac+aa"),
  /** DG1 and DG2 behind PACE with the generic mapping. */
  PACE("pace"),
  /** As {@link #PACE} with the mapping that proves the chip, and EF.CardSecurity. */
  PACE_CAM("pace-cam"),
  /** As {@link #EAC}, and PACE beside BAC. */
  EAC_PACE("eac+pace"),
  /** As {@link #EAC_PACE}, PACE with the mapping that proves the chip, and EF.CardSecurity. */
  EAC_PACE_CAM("eac+pace-cam");

  private static final StandardGroup PACE_GROUP = StandardGroup.BRAINPOOL_P256R1;
  private static final int PORTRAIT_BYTES = 13_000;
  private static final int FINGER_BYTES = 6_000;
  private static final int IRIS_BYTES = 5_000;

  private final String id;

  Carrier(String id) {
    this.id = id;
  }

  /** As the table of cases calls it. */
  public String id() {
    return id;
  }

  /** The chip that a row names; where it names none, most simply one with access control. */
  static Carrier of(String id) {
    if (id.isEmpty()) {
      return BAC;
    }
    for (Carrier carrier : values()) {
      if (carrier.id.equals(id)) {
        return carrier;
      }
    }
    throw new IllegalArgumentException("no base chip " + id);
  }

  /** A chip as {@link #PACE} that opens in these ways. */
  static PersonaBuilder pace(PaceVariant... ways) {
    return PACE.base().pace(ways);
  }

  /** A chip as {@link #EAC} with this key of Chip Authentication. */
  static PersonaBuilder eac(ChipAuthenticationVariant key) {
    return EAC.eacWith(key);
  }

  /** The document. */
  public Persona persona() {
    return builder().build();
  }

  /** The document, to be changed before it is made. */
  public PersonaBuilder builder() {
    return switch (this) {
      case PLAIN -> base();
      case BAC -> base().bac();
      case EAC -> eac();
      case EAC_AA ->
          eac().activeAuthentication(ActiveAuthenticationVariant.rsa(2048, Hash.SHA_256));
      case PACE -> base().pace(generic());
      case PACE_CAM -> base().pace(mapping(), generic());
      case EAC_PACE -> eac().pace(generic());
      case EAC_PACE_CAM -> eac().pace(mapping(), generic());
    };
  }

  private PersonaBuilder base() {
    return PersonaBuilder.passport("inspection-" + id.replace('+', '-'))
        .summary("Base chip of the inspection cases: " + id)
        .documentNumber("C11T002JM")
        .person(new Person("Mustermann", "Erika", "<", MonthDay.of(8, 12), 24, Face.PILAR))
        .portrait(PortraitVariant.jpeg2000(PORTRAIT_BYTES))
        .countrySigner(SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P256R1, Hash.SHA_256))
        .documentSigner(SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P256R1, Hash.SHA_256));
  }

  private PersonaBuilder eac() {
    return eacWith(
        ChipAuthenticationVariant.of(StandardGroup.BRAINPOOL_P224R1, SessionCipher.TRIPLE_DES));
  }

  private PersonaBuilder eacWith(ChipAuthenticationVariant key) {
    return base()
        .bac()
        .chipAuthentication(key)
        .terminalAuthentication()
        .fingerprints(FINGER_BYTES, Position.RIGHT_INDEX, Position.LEFT_INDEX)
        .irises(IRIS_BYTES);
  }

  private static PaceVariant generic() {
    return PaceVariant.generic(PACE_GROUP, SessionCipher.TRIPLE_DES);
  }

  private static PaceVariant mapping() {
    return PaceVariant.chipAuthentication(PACE_GROUP, SessionCipher.AES_128);
  }
}
