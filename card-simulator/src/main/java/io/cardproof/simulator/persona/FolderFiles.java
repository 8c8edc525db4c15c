package io.cardproof.simulator.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** The files of a document folder, by what they are; upper and lower case are the same. */
final class FolderFiles {
  static final int CARD_ACCESS = 0x011C;

  private static final Map<String, Integer> MASTER =
      Map.of(
          "cardaccess", CARD_ACCESS,
          "cardsecurity", 0x011D,
          "atr", 0x2F01,
          "atr_info", 0x2F01,
          "dir", 0x2F00);
  private static final Map<String, Integer> APPLICATION =
      Map.of("com", Document.COM, "sod", Document.SOD, "cvca", 0x011C);
  private static final int MOST_DATA_GROUPS = 16;
  private static final int MOST_BYTES = 1 << 20;

  private final Path directory;
  private final Map<String, Path> byName;

  private FolderFiles(Path directory, Map<String, Path> byName) {
    this.directory = directory;
    this.byName = byName;
  }

  static FolderFiles list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(directory + " is not a directory");
    }
    Map<String, Path> byName = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries
          .filter(Files::isRegularFile)
          .forEach(file -> byName.put(nameOf(file).toLowerCase(Locale.ROOT), file));
    }
    return new FolderFiles(directory, byName);
  }

  String name() {
    return nameOf(directory.toAbsolutePath().normalize());
  }

  Map<Integer, byte[]> application() throws IOException {
    return elementary(Place.APPLICATION);
  }

  Map<Integer, byte[]> master() throws IOException {
    return elementary(Place.MASTER);
  }

  FolderSettings settings() throws IOException {
    Path file = byName.get(FolderSettings.FILE);
    return FolderSettings.parse(file == null ? new byte[0] : content(file));
  }

  List<byte[]> trust() throws IOException {
    List<byte[]> certificates = new ArrayList<>();
    for (Map.Entry<String, Path> entry : byName.entrySet()) {
      if (entry.getKey().matches("csca.*\\.(cer|crt|der|pem)")) {
        certificates.addAll(
            CertificateFile.parse(nameOf(entry.getValue()), content(entry.getValue())));
      }
    }
    return certificates;
  }

  /** DG14_sk.pkcs8; explicit curve parameters are fine. */
  Optional<ECPrivateKeyParameters> chipAuthenticationKey() throws IOException {
    Path file = byName.get("dg14_sk.pkcs8");
    if (file == null) {
      return Optional.empty();
    }
    try {
      AsymmetricKeyParameter key =
          PrivateKeyFactory.createKey(PrivateKeyInfo.getInstance(content(file)));
      if (key instanceof ECPrivateKeyParameters ec) {
        return Optional.of(ec);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(nameOf(file) + ": not a PKCS#8 private key", e);
    }
    throw new IOException(nameOf(file) + ": not an EC key");
  }

  /** DG15_sk.pkcs8. */
  Optional<RSAPrivateKey> activeAuthenticationKey() throws IOException {
    Path file = byName.get("dg15_sk.pkcs8");
    if (file == null) {
      return Optional.empty();
    }
    try {
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(content(file));
      return Optional.of((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
    } catch (GeneralSecurityException e) {
      throw new IOException(nameOf(file) + ": not an RSA private key in PKCS#8", e);
    }
  }

  private enum Place {
    APPLICATION,
    MASTER
  }

  private record Slot(Place place, int fid) {}

  private Map<Integer, byte[]> elementary(Place place) throws IOException {
    Map<Integer, byte[]> files = new LinkedHashMap<>();
    for (Map.Entry<String, Path> entry : byName.entrySet()) {
      String file = entry.getKey();
      if (file.startsWith("ef_") && file.endsWith(".bin")) {
        Slot slot = slot(file.substring(3, file.length() - 4), entry.getValue());
        if (slot.place() == place) {
          files.put(slot.fid(), content(entry.getValue()));
        }
      }
    }
    return files;
  }

  private static Slot slot(String name, Path file) throws IOException {
    Integer master = MASTER.get(name);
    if (master != null) {
      return new Slot(Place.MASTER, master);
    }
    Integer fid = APPLICATION.get(name);
    if (fid != null) {
      return new Slot(Place.APPLICATION, fid);
    }
    if (name.matches("dg[1-9][0-9]?") && dataGroup(name) <= MOST_DATA_GROUPS) {
      return new Slot(Place.APPLICATION, Document.DG_BASE + dataGroup(name));
    }
    throw new IOException(nameOf(file) + ": no such elementary file");
  }

  private static int dataGroup(String name) {
    return Integer.parseInt(name.substring(2));
  }

  private static byte[] content(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new IOException(nameOf(file) + ": larger than " + MOST_BYTES + " bytes");
    }
    byte[] content = Files.readAllBytes(file);
    boolean mayBeEmpty = nameOf(file).equalsIgnoreCase(FolderSettings.FILE);
    if (content.length == 0 && !mayBeEmpty) {
      throw new IOException(nameOf(file) + ": empty");
    }
    return content;
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
