package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.TerminalAccess;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import net.sf.scuba.data.Country;
import org.jmrtd.BACKey;
import org.jmrtd.lds.CVCAFile;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.protocol.EACCAResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JMRTD reads fingerprints and irises of the persona {@code eac} with its published keys. */
@Timeout(60)
class JmrtdEacPersonaTest {
  private static final String CA_ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
  private static final int CVCA = 0x011C;
  private static final int DG3 = 0x0103;
  private static final int DG4 = 0x0104;
  private static final int DG14 = 0x010E;

  @Test
  void aTerminalKeyOfTheTestAuthorityOpensACardOfAnotherDay() throws Exception {
    TerminalAccess exported = card(1, "2027-01-10T09:00:00Z").terminal().orElseThrow();
    SimulatedCard card = card(2, "2027-06-20T18:00:00Z");
    BACKey mrz = JmrtdReader.keyOf(card.mrz());
    try (JmrtdReader reader = new JmrtdReader(new InProcessService(card.newChip()), 1000)) {
      reader.openByBac(mrz);
      CVCAFile trust = new CVCAFile(new ByteArrayInputStream(reader.read(CVCA)));
      assertEquals(Country.getInstance("UT"), trust.getCAReference().getCountry());
      DG14File dg14 = new DG14File(new ByteArrayInputStream(reader.read(DG14)));
      EACCAResult chip = reader.authenticateChip(null, CA_ECDH_AES_128, key(dg14));
      JmrtdTerminal terminal =
          JmrtdTerminal.of(
              trust.getCAReference().getName(), exported.certificates(), "EC", exported.pkcs8());
      reader.authenticateTerminal(terminal, chip, null, mrz.getDocumentNumber());
      assertArrayEquals(card.image().file(DG3).orElseThrow(), reader.read(DG3));
      assertArrayEquals(card.image().file(DG4).orElseThrow(), reader.read(DG4));
    }
  }

  private static SimulatedCard card(long seed, String at) throws Exception {
    Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
    return SimulatedCard.builder().persona("eac").seed(seed).clock(clock).build();
  }

  private static PublicKey key(DG14File dg14) {
    return dg14.getSecurityInfos().stream()
        .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
        .map(ChipAuthenticationPublicKeyInfo.class::cast)
        .findFirst()
        .orElseThrow()
        .getSubjectPublicKey();
  }
}
