package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A terminal's key from an unencrypted PKCS#8 file, DER or PEM: RSA, or on a standardised curve
 * with named or explicit parameters. The file is as secret as what it opens; a key that must not be
 * copied belongs into a token, {@link Pkcs11TerminalKey}.
 */
public final class Pkcs8TerminalKey implements TerminalKey {
  private static final int MAX_FILE_BYTES = 1 << 16;
  private static final String SOURCE = "terminal key";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final SigningKey key;

  private Pkcs8TerminalKey(SigningKey key) {
    this.key = key;
  }

  /**
   * Reads a key from a file.
   *
   * @throws IOException if the file cannot be read
   * @throws MalformedInputException if it is not such a key; the message names the file and says
   *     what to do
   */
  public static Pkcs8TerminalKey load(Path file) throws IOException, MalformedInputException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new MalformedInputException(name, "whole file", "larger than a key can be");
    }
    byte[] content = Files.readAllBytes(file);
    try {
      return parse(content);
    } catch (MalformedInputException e) {
      throw new MalformedInputException(name, e.place(), e.problem());
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /**
   * Reads a key.
   *
   * @param content PEM or DER; stays the caller's, who wipes it
   * @throws MalformedInputException if it is not such a key; the message says what to do
   */
  public static Pkcs8TerminalKey parse(byte[] content) throws MalformedInputException {
    byte[] der = looksLikePem(content) ? fromPem(content) : content.clone();
    try {
      return new Pkcs8TerminalKey(key(PrivateKeyInfo.getInstance(der)));
    } catch (IllegalArgumentException | IllegalStateException | IOException e) {
      throw malformed("not PKCS#8, or damaged");
    } finally {
      Arrays.fill(der, (byte) 0);
    }
  }

  /**
   * Whether others than its owner may read or change {@code file}. False where the file system
   * cannot say.
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return !OWNER.containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public boolean fits(CvPublicKey publicKey) {
    return key.fits(publicKey);
  }

  @Override
  public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
    return key.sign(algorithm, data);
  }

  @Override
  public String toString() {
    return "Pkcs8TerminalKey[redacted]";
  }

  private static SigningKey key(PrivateKeyInfo info) throws IOException, MalformedInputException {
    var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
    if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
      return EcSigningKey.of(info);
    }
    if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)) {
      return RsaSigningKey.of(info);
    }
    throw malformed("neither an RSA key nor one on an elliptic curve");
  }

  private static boolean looksLikePem(byte[] content) {
    return content.length > 0 && content[0] != 0x30;
  }

  private static byte[] fromPem(byte[] content) throws MalformedInputException {
    Matcher pem = PEM.matcher(new String(content, StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw malformed("neither DER nor PEM");
    }
    if (!pem.group(1).equals("PRIVATE KEY")) {
      throw malformed(
          "PEM of another kind; convert it with: openssl pkcs8 -topk8 -nocrypt -in FILE -out FILE");
    }
    try {
      return Base64.getMimeDecoder().decode(pem.group(2));
    } catch (IllegalArgumentException e) {
      throw malformed("damaged Base64");
    }
  }

  private static MalformedInputException malformed(String problem) {
    return new MalformedInputException(SOURCE, "whole file", problem);
  }
}
