package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.EcSignatureForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.TerminalCardService;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JMRTD opens every persona by every key that it has, reads it all and tries its proofs. */
@Timeout(180)
class JmrtdPersonasTest {
  private static final int CARD_ACCESS = 0x011C;
  private static final int DG3 = 0x0103;
  private static final int DG4 = 0x0104;
  private static final int DG14 = 0x010E;
  private static final int DG15 = 0x010F;
  private static final int BLOCK = 8159;

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("personas")
  void inProcess(String persona) throws Exception {
    inspectByEveryKey(card(persona));
  }

  @ParameterizedTest
  @MethodSource("personas")
  void throughSimulatedTerminals(String persona) throws Exception {
    SimulatedCard card = card(persona);
    CardTerminal terminal =
        SimulatedTerminals.factory(Map.of("Counter", card.newChip()))
            .terminals()
            .getTerminal("Counter");
    for (Opening opening : openings(card)) {
      inspect(card, new TerminalCardService(terminal), opening);
    }
  }

  @ParameterizedTest
  @MethodSource("personas")
  void throughPcsc(String persona) throws Exception {
    PcscRequired.orSkip();
    SimulatedCard card = card(persona);
    try (VpcdLink link = VpcdLink.connect(PcscRequired.SLOT_0, card.newChip())) {
      link.awaitPowered(Duration.ofSeconds(5));
      CardTerminal terminal =
          TerminalFactory.getDefault().terminals().getTerminal(PcscRequired.READER);
      assertTrue(terminal.waitForCardPresent(5000));
      for (Opening opening : openings(card)) {
        inspect(card, new TerminalCardService(terminal), opening);
        // scuba closes without a reset, and JMRTD expects the master file at the start.
        terminal.connect("T=1").disconnect(true);
      }
    }
  }

  @Test
  void theReferenceDocumentOfTheBsiInAFolder() throws Exception {
    Path folder =
        Path.of(System.getProperty("cardproof.root", ".."))
            .resolve("../shared/data/bsi-reference-set");
    boolean there = Files.isDirectory(folder);
    if (String.valueOf(System.getenv("CARDPROOF_REQUIRE")).contains("shared-data")) {
      assertTrue(there, "required shared data is absent");
    }
    Assumptions.assumeTrue(there, "no shared data beside this clone");
    inspectByEveryKey(SimulatedCard.builder().folder(folder).seed(1).build());
  }

  private static SimulatedCard card(String persona) throws IOException {
    return SimulatedCard.builder().persona(persona).seed(1).build();
  }

  /** One way into a card. */
  private interface Opening {
    void open(JmrtdReader reader) throws Exception;
  }

  private static List<Opening> openings(SimulatedCard card) throws IOException {
    List<Opening> openings = new ArrayList<>();
    if (card.pin().isEmpty()) {
      openings.add(reader -> reader.openByBac(JmrtdReader.keyOf(card.mrz())));
    }
    for (PACEInfo info : offers(card)) {
      openings.add(
          reader -> open(reader, info, PACEKeySpec.createMRZKey(JmrtdReader.keyOf(card.mrz()))));
      card.can()
          .ifPresent(
              can -> openings.add(reader -> open(reader, info, PACEKeySpec.createCANKey(can))));
      card.pin()
          .ifPresent(
              pin -> openings.add(reader -> open(reader, info, PACEKeySpec.createPINKey(pin))));
    }
    return openings;
  }

  private static void open(JmrtdReader reader, PACEInfo info, PACEKeySpec key) throws Exception {
    reader.openByPace(key, info.getObjectIdentifier(), info.getParameterId().intValue());
  }

  private static List<PACEInfo> offers(SimulatedCard card) throws IOException {
    List<PACEInfo> offers = new ArrayList<>();
    if (card.image().masterFile(CARD_ACCESS).isPresent()) {
      byte[] content = card.image().masterFile(CARD_ACCESS).get();
      for (SecurityInfo info :
          new CardAccessFile(new ByteArrayInputStream(content)).getSecurityInfos()) {
        if (info instanceof PACEInfo offer) {
          offers.add(offer);
        }
      }
    }
    return offers;
  }

  private static void inspectByEveryKey(SimulatedCard card) throws Exception {
    for (Opening opening : openings(card)) {
      inspect(card, new InProcessService(card.newChip()), opening);
    }
  }

  private static void inspect(SimulatedCard card, CardService service, Opening opening)
      throws Exception {
    ChipImage image = card.image();
    try (JmrtdReader reader = new JmrtdReader(service, BLOCK)) {
      if (image.masterFile(CARD_ACCESS).isPresent()) {
        assertArrayEquals(image.masterFile(CARD_ACCESS).get(), reader.read(CARD_ACCESS));
      }
      opening.open(reader);
      if (image.file(DG15).isPresent()) {
        PublicKey key =
            new DG15File(new ByteArrayInputStream(image.file(DG15).get())).getPublicKey();
        assertTrue(provesByActiveAuthentication(reader, key));
      }
      if (image.file(DG14).isPresent()) {
        authenticateChip(reader, image.file(DG14).get());
      }
      for (int fid : image.fileIds()) {
        boolean guarded = card.terminal().isPresent() && (fid == DG3 || fid == DG4);
        if (!image.isLocked(fid) && !guarded) {
          assertArrayEquals(
              image.file(fid).orElseThrow(), reader.read(fid), Integer.toHexString(fid));
        }
      }
    }
  }

  private static boolean provesByActiveAuthentication(JmrtdReader reader, PublicKey key)
      throws Exception {
    if (key instanceof RSAPublicKey) {
      return reader.provesByActiveAuthentication(key);
    }
    byte[] answer =
        reader.activeAuthentication(key, "SHA-256", "SHA256withECDSA", ActiveProof.CHALLENGE);
    return ActiveProof.verifies(key, "SHA-256", EcSignatureForm.PLAIN, answer);
  }

  private static void authenticateChip(JmrtdReader reader, byte[] dg14) throws Exception {
    @Nullable String oid = null;
    @Nullable PublicKey key = null;
    for (SecurityInfo info : new DG14File(new ByteArrayInputStream(dg14)).getSecurityInfos()) {
      if (info instanceof ChipAuthenticationInfo protocol) {
        oid = protocol.getObjectIdentifier();
      } else if (info instanceof ChipAuthenticationPublicKeyInfo publicKey) {
        key = publicKey.getSubjectPublicKey();
      }
    }
    if (oid != null && key != null) {
      reader.authenticateChip(oid, key);
    }
  }
}
