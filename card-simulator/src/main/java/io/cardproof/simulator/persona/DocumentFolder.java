package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.SecurityInfos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * A document from a directory: {@code EF_*.bin} files, {@code DG14_sk.pkcs8} and {@code
 * DG15_sk.pkcs8} with the chip's private keys, {@code card.properties} with {@code can}, {@code
 * access} and {@code qr}, and {@code CSCA*} certificates. Only {@code EF_DG1.bin} must be there.
 */
public final class DocumentFolder {
  private static final String DG1 = "EF_DG1.bin";
  private static final String DG14 = "EF_DG14.bin";
  private static final int MRZ_FILE = Document.DG_BASE + 1;
  private static final int DG14_FILE = Document.DG_BASE + 14;
  private static final List<Integer> TERMINAL_AUTHENTICATION_GUARDS = List.of(3, 4);

  private final String name;
  private final Document document;
  private final List<byte[]> trust;

  private DocumentFolder(String name, Document document, List<byte[]> trust) {
    this.name = name;
    this.document = document;
    this.trust = trust;
  }

  /**
   * Reads the directory.
   *
   * @throws IOException if a file is missing, unreadable or malformed; the message names it
   */
  public static DocumentFolder read(Path directory) throws IOException {
    FolderFiles files = FolderFiles.list(directory);
    Map<Integer, byte[]> application = files.application();
    Document.Builder document = Document.builder();
    application.forEach(document::file);
    Map<Integer, byte[]> master = files.master();
    master.forEach(document::masterFile);
    document.mrz(mrz(application));
    addAccess(document, files, master);
    addProofs(document, files, Optional.ofNullable(application.get(DG14_FILE)));
    return new DocumentFolder(files.name(), document.build(), files.trust());
  }

  /** The directory's own name. */
  public String name() {
    return name;
  }

  /** The document, EF.COM and EF.SOD included as far as they are there. */
  public Document document() {
    return document;
  }

  /** The CSCA certificates beside it, DER. */
  public List<byte[]> trust() {
    return trust;
  }

  private static List<String> mrz(Map<Integer, byte[]> application) throws IOException {
    byte[] dg1 = application.get(MRZ_FILE);
    if (dg1 == null) {
      throw new IOException(DG1 + " is missing: the MRZ is taken from it");
    }
    byte[] text = TlvValue.of(DG1, TlvValue.of(DG1, dg1, 0x61), 0x5F1F);
    try {
      List<String> lines = Mrz.lines(new String(text, java.nio.charset.StandardCharsets.US_ASCII));
      Mrz.information(lines);
      return lines;
    } catch (IllegalArgumentException e) {
      throw new IOException(DG1 + ": " + e.getMessage(), e);
    }
  }

  private static void addAccess(
      Document.Builder document, FolderFiles files, Map<Integer, byte[]> master)
      throws IOException {
    FolderSettings settings = files.settings();
    settings.can().ifPresent(document::can);
    settings.qr().ifPresent(document::qr);
    byte[] cardAccess = master.get(FolderFiles.CARD_ACCESS);
    Optional<Document.PaceParameters> pace =
        cardAccess == null
            ? Optional.empty()
            : AnnouncedProtocols.of("EF_CardAccess.bin", cardAccess).pace();
    if (settings.offersBac()) {
      document.bac();
    }
    if (settings.demandsPace() && pace.isEmpty()) {
      throw new IOException(
          "card.properties: access=pace needs an EF_CardAccess.bin with a PACEInfo");
    }
    if (settings.offersPace()) {
      pace.ifPresent(document::pace);
    }
  }

  private static void addProofs(Document.Builder document, FolderFiles files, Optional<byte[]> dg14)
      throws IOException {
    String protocol = SecurityInfos.CA_ECDH_AES_128;
    if (dg14.isPresent()) {
      AnnouncedProtocols announced =
          AnnouncedProtocols.of(DG14, TlvValue.of(DG14, dg14.get(), 0x6E));
      if (announced.terminalAuthentication()) {
        TERMINAL_AUTHENTICATION_GUARDS.forEach(document::lockedDataGroup);
      }
      // Some real cards leave ChipAuthenticationInfo out and mean AES-128.
      protocol = announced.chipAuthentication().orElse(protocol);
    }
    Optional<ECPrivateKeyParameters> chipKey = files.chipAuthenticationKey();
    if (chipKey.isPresent()) {
      document.chipAuthentication(
          new Document.ChipAuthenticationPart(chipKey.get(), protocol, OptionalInt.empty()));
    }
    files
        .activeAuthenticationKey()
        .map(ActiveAuthenticationPart::rsa)
        .ifPresent(document::activeAuthentication);
  }
}
