package io.cardproof.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.quirk.Quirk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.lds.SODFile;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final String AUTHORITY_KEY_ID = "2.5.29.35";
  private static final byte[] SELECT = HexFormat.of().parseHex("00A4040C07A0000002471001");

  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  private static SimulatedCard card(String persona, String... faults) throws IOException {
    SimulatedCard.Builder builder =
        SimulatedCard.builder().persona(persona).seed(5).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    for (String fault : faults) {
      builder.fault(fault);
    }
    return builder.build();
  }

  private static byte[] file(SimulatedCard card, int fid) {
    return card.image().file(fid).orElseThrow();
  }

  private X509Certificate csca(SimulatedCard card) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", provider)
            .generateCertificate(new ByteArrayInputStream(card.trust().get(0)));
  }

  private static X509Certificate signer(SimulatedCard card) throws IOException {
    return new SODFile(new ByteArrayInputStream(file(card, 0x011D))).getDocSigningCertificate();
  }

  @Test
  void dg2ChangedChangesOneByteOfThePictureAndNothingElse() throws Exception {
    SimulatedCard genuine = card("cccd-2021");
    SimulatedCard changed = card("cccd-2021", "dg2-changed");
    int differing = 0;
    byte[] before = file(genuine, 0x0102);
    byte[] after = file(changed, 0x0102);
    for (int i = 0; i < before.length; i++) {
      differing += before[i] == after[i] ? 0 : 1;
    }
    assertEquals(1, differing);
    assertArrayEquals(file(genuine, 0x011D), file(changed, 0x011D));
  }

  @Test
  void anUntrustedCscaHasTheTrustedNameAndKeyIdentifierButNotItsKey() throws Exception {
    for (String persona : List.of("cccd-2021", "passport-2010")) {
      SimulatedCard card = card(persona, "untrusted-csca");
      X509Certificate signer = signer(card);
      X509Certificate trusted = csca(card);
      assertEquals(trusted.getSubjectX500Principal(), signer.getIssuerX500Principal());
      assertArrayEquals(
          trusted.getExtensionValue(AUTHORITY_KEY_ID), signer.getExtensionValue(AUTHORITY_KEY_ID));
      assertThrows(SignatureException.class, () -> signer.verify(trusted.getPublicKey(), provider));
    }
  }

  @Test
  void anUnknownCscaSharesNeitherNameNorKeyIdentifierWithTheTrustedOne() throws Exception {
    SimulatedCard card = card("cccd-2021", "unknown-csca");
    X509Certificate signer = signer(card);
    X509Certificate trusted = csca(card);
    assertFalse(trusted.getSubjectX500Principal().equals(signer.getIssuerX500Principal()));
    assertFalse(
        Arrays.equals(
            trusted.getExtensionValue(AUTHORITY_KEY_ID),
            signer.getExtensionValue(AUTHORITY_KEY_ID)));
    assertTrue(signer.getIssuerX500Principal().getName().contains("C=VN"));
  }

  @Test
  void trustIsTheGenuineCscaWhoeverSignedTheCard() throws Exception {
    byte[] genuine = card("cccd-2021").trust().get(0);
    for (String fault : List.of("untrusted-csca", "unknown-csca", "clone", "dg2-changed")) {
      assertArrayEquals(genuine, card("cccd-2021", fault).trust().get(0), fault);
    }
  }

  @Test
  void aCloneHasTheFilesOfTheGenuineChip() throws Exception {
    for (Personas.Entry persona : Personas.list()) {
      SimulatedCard genuine = card(persona.name());
      SimulatedCard clone = card(persona.name(), "clone");
      for (int fid : genuine.image().fileIds()) {
        assertArrayEquals(file(genuine, fid), file(clone, fid), persona.name());
      }
    }
  }

  @Test
  void anExpiredCardEndedBeforeNowAndWasSignedByAValidSigner() throws Exception {
    for (String persona : List.of("cccd-2021", "cccd-2024", "passport-2010")) {
      SimulatedCard card = card(persona, "expired");
      int start = card.mrz().get(1).length() == 30 ? 8 : 21;
      assertEquals("25", card.mrz().get(1).substring(start, start + 2), persona);
      signer(card).verify(csca(card).getPublicKey(), provider);
    }
  }

  @Test
  void aRemovedCardIsGoneFromItsNthCommandOn() throws Exception {
    VirtualCard chip = card("cccd-2021", "removed-at=3").newChip();
    chip.transmit(SELECT);
    chip.transmit(SELECT);
    assertThrows(CardRemovedException.class, () -> chip.transmit(SELECT));
  }

  @Test
  void everyFaultOfTheListCanBeGivenToTheDefaultPersona() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Faults.Entry entry : Faults.list()) {
      if (!entry.id().startsWith("wire:")) {
        ids.add(entry.id().replace("N", "4"));
      }
    }
    assertEquals(17 + Quirk.values().length, ids.size());
    // Quirks change nothing that is made with the card.
    ids.removeIf(
        id -> Quirk.find(id).filter(quirk -> quirk != Quirk.SHORT_LENGTH_ONLY).isPresent());
    for (String id : ids) {
      assertTrue(SimulatedCard.builder().fault(id).build().can().isPresent());
    }
  }

  @Test
  void everyFaultOfTheWireInTheListCanBeGivenToo() throws Exception {
    List<String> wire = new ArrayList<>();
    for (Faults.Entry entry : Faults.list()) {
      if (entry.id().startsWith("wire:")) {
        String id = entry.id().replaceFirst("=(N|MS)$", "=4").replaceFirst("=SW$", "=6A82");
        wire.add(id.replaceFirst("=TAG$", "=99"));
      }
    }
    assertEquals(14, wire.size());
    SimulatedCard.Builder card = SimulatedCard.builder();
    wire.forEach(id -> card.fault(id + "@number=1000"));
    assertTrue(card.build().can().isPresent());
  }

  @Test
  void anUnknownFaultIsRefusedWithTheKnownOnes() {
    for (String id :
        List.of("cloned", "removed-at", "removed-at=", "removed-at=0", "removed-at=x")) {
      assertThrows(IllegalArgumentException.class, () -> SimulatedCard.builder().fault(id), id);
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> SimulatedCard.builder().fault("odd"))
            .toString();
    assertTrue(message.contains("dg2-changed") && message.contains("removed-at=N"), message);
  }

  @Test
  void anUnknownPersonaIsRefusedWithTheKnownOnes() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> SimulatedCard.builder().persona("x"))
            .toString();
    assertTrue(message.contains("cccd-2021") && message.contains("passport-2010"), message);
  }

  @Test
  void faultsThatExcludeEachOtherAreRefused() {
    SimulatedCard.Builder both =
        SimulatedCard.builder().fault("untrusted-csca").fault("unknown-csca");
    assertThrows(IllegalArgumentException.class, both::build);
    SimulatedCard.Builder twice =
        SimulatedCard.builder().fault("removed-at=1").fault("removed-at=2");
    assertThrows(IllegalArgumentException.class, twice::build);
  }
}
