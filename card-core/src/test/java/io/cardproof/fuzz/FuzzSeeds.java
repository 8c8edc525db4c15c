package io.cardproof.fuzz;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TrustSeeds;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Writes what the fuzzer starts from: well-formed files of made-up documents. {@code FuzzSeeds
 * DIRECTORY}
 */
final class FuzzSeeds {
  private static final long SEED = 5;
  private static final List<String> PERSONAS =
      List.of("cccd-2021", "passport", "passport-2010", "eac", "id-pin");
  // The parser's name, and the file that it reads.
  private static final Map<String, Integer> FILES =
      Map.ofEntries(
          Map.entry("com", 0x011E),
          Map.entry("sod", 0x011D),
          Map.entry("dg1", 0x0101),
          Map.entry("dg2", 0x0102),
          Map.entry("dg3", 0x0103),
          Map.entry("dg4", 0x0104),
          Map.entry("dg5", 0x0105),
          Map.entry("dg11", 0x010B),
          Map.entry("dg12", 0x010C),
          Map.entry("dg13", 0x010D),
          Map.entry("dg14", 0x010E),
          Map.entry("dg15", 0x010F),
          Map.entry("dg16", 0x0110),
          Map.entry("conformance-com", 0x011E),
          Map.entry("conformance-sod", 0x011D),
          Map.entry("conformance-dg1", 0x0101),
          Map.entry("conformance-dg2", 0x0102),
          Map.entry("conformance-dg3", 0x0103),
          Map.entry("conformance-dg4", 0x0104),
          Map.entry("conformance-dg14", 0x010E),
          Map.entry("conformance-dg15", 0x010F),
          Map.entry("cvca", 0x011C));
  private static final Map<String, Integer> MASTER_FILES =
      Map.of(
          "card-security",
          0x011D,
          "security-infos",
          0x011C,
          "dir",
          0x2F00,
          "atr-info",
          0x2F01,
          "conformance-atr-info",
          0x2F01);

  private final Path directory;

  private FuzzSeeds(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    FuzzSeeds seeds = new FuzzSeeds(Path.of(arguments[0]));
    for (String persona : PERSONAS) {
      seeds.document(persona);
    }
    seeds.smallOnes();
    seeds.trust();
  }

  private void smallOnes() throws IOException {
    write("algorithm", "ecdsa", hex("300A06082A8648CE3D040303"));
    write("algorithm", "rsa", hex("300D06092A864886F70D01010B0500"));
    write(
        "algorithm",
        "pss",
        hex(
            "304106092A864886F70D01010A3034A00F300D0609608648016503040201"
                + "0500A11C301A06092A864886F70D010108300D06096086480165030402010500A203020120"));
    write("tlv", "nested", hex("6B09710780020102810101"));
    write("dg5", "png", Optional.of(portrait("65", "5F40", png())));
    write(
        "dg16",
        "person",
        hex("7022020101A11D5F500832303236303130315F510541424344455F52033132335F530158"));
    write("secure-messaging", "status", hex("99029000"));
    write("secure-messaging", "data", hex("8711010102030405060708090A0B0C0D0E0F1099029000"));
    write(
        "trace",
        "lines",
        Optional.of(
            utf8(
                """
                # cardproof trace 2
                reader a
                atr 3b00
                longest 258
                now 2026-11-25T10:00:00Z
                set policy counter
                r 01
                f 01
                s 02
                x -
                > 00b0
                < 1 9000
                > 00b0
                ! 2 card-removed
                """)));
    write("image", "png", Optional.of(png()));
    write("image", "netpbm", Optional.of(utf8("P5 2 2 255 abcd")));
  }

  private void trust() throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona("cccd-2021").seed(SEED).build();
    for (Map.Entry<String, byte[]> seed : TrustSeeds.all(card).entrySet()) {
      Path file = directory.resolve(seed.getKey());
      Files.createDirectories(directory.resolve(file.getParent().getFileName()));
      Files.write(file, seed.getValue());
    }
  }

  private static byte[] portrait(String tag, String inner, byte[] image) {
    Bytes value = tlv(inner, Bytes.of(image));
    return tlv(tag, Bytes.concat(Bytes.ofHex("020101"), value)).toByteArray();
  }

  private static Bytes tlv(String tag, Bytes value) {
    String length = String.format(Locale.ROOT, "82%04X", value.length());
    return Bytes.concat(Bytes.ofHex(tag), Bytes.ofHex(length), value);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    return out.toByteArray();
  }

  private static Optional<byte[]> hex(String digits) {
    return Optional.of(Bytes.ofHex(digits).toByteArray());
  }

  private void document(String persona) throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona(persona).seed(SEED).build();
    ChipImage image = card.image();
    for (Map.Entry<String, Integer> file : FILES.entrySet()) {
      write(file.getKey(), persona, image.file(file.getValue()));
    }
    for (Map.Entry<String, Integer> file : MASTER_FILES.entrySet()) {
      write(file.getKey(), persona, image.masterFile(file.getValue()));
    }
    write("qr", persona, card.qr().map(FuzzSeeds::utf8));
    write("mrz", persona, Optional.of(utf8(String.join("\n", card.mrz()))));
    CertificateView csca = CertificateView.of(Bytes.of(card.trust().get(0)));
    write("public-key", persona, Optional.of(csca.spki().toByteArray()));
    if (card.terminal().isPresent()) {
      certificates(persona, card.terminal().get().certificates());
    }
    write("evidence", persona, Optional.of(evidence(card)));
  }

  private void certificates(String persona, List<byte[]> certificates) throws IOException {
    for (int i = 0; i < certificates.size(); i++) {
      write("cv-certificate", persona + "-" + i, Optional.of(certificates.get(i)));
    }
  }

  private static byte[] evidence(SimulatedCard card) throws Exception {
    VirtualCard chip = card.newChip();
    CardInspector inspector = CardInspector.builder(TrustStore.builder().build()).build();
    try (CardLink link = CardLink.of("seed", Bytes.of(chip.atr()), chip::transmit);
        AccessKey key = AccessKey.mrzLines(String.join("\n", card.mrz()))) {
      Bytes challenge = Bytes.ofHex("0102030405060708");
      return new EvidenceCodec().encode(inspector.capture(link, key, challenge)).toByteArray();
    }
  }

  private void write(String target, String name, Optional<byte[]> content) throws IOException {
    if (content.isPresent()) {
      Path folder = Files.createDirectories(directory.resolve(target));
      Files.write(folder.resolve("seed-" + name), content.get());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
