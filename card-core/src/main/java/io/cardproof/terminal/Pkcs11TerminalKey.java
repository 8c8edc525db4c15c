package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

/**
 * A terminal's key in a token, used by the JDK's PKCS#11 provider; the key never leaves the token.
 * Java sees a private key only where a certificate with the same id and label, which may be
 * self-signed, stands beside it. Closing logs out.
 */
public final class Pkcs11TerminalKey implements TerminalKey, AutoCloseable {
  private final AuthProvider token;
  private final PrivateKey key;
  private final Bytes spki;

  private Pkcs11TerminalKey(AuthProvider token, PrivateKey key, Bytes spki) {
    this.token = token;
    this.key = key;
    this.spki = spki;
  }

  /**
   * Opens the token with one attempt at its PIN.
   *
   * @param uri where the key is
   * @param pin the user PIN; stays the caller's, who wipes it
   * @throws TerminalKeyException if there is no such key, or the token refuses the PIN
   */
  public static Pkcs11TerminalKey open(Pkcs11Uri uri, char[] pin) throws TerminalKeyException {
    AuthProvider token = Pkcs11Slots.open(uri);
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, pin);
      return find(token, store, uri.object());
    } catch (GeneralSecurityException | IOException | ProviderException e) {
      throw new TerminalKeyException(
          wrongPin(e) ? "the token refuses the PIN" : "the token cannot be opened");
    }
  }

  @Override
  public boolean fits(CvPublicKey publicKey) {
    try {
      return CvPublicKey.of(publicKey.algorithm(), spki)
          .withoutCurve()
          .encode()
          .equals(publicKey.withoutCurve().encode());
    } catch (MalformedInputException e) {
      return false;
    }
  }

  @Override
  public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
    try {
      return algorithm.elliptic() ? signOnCurve(algorithm, data) : signRsa(algorithm, data);
    } catch (GeneralSecurityException | ProviderException | MalformedInputException e) {
      throw new TerminalKeyException("the token does not make such a signature");
    }
  }

  @Override
  public void close() {
    try {
      token.logout();
    } catch (LoginException e) {
      // It is not logged in, then.
    }
  }

  @Override
  public String toString() {
    return "Pkcs11TerminalKey[redacted]";
  }

  private static Pkcs11TerminalKey find(AuthProvider token, KeyStore store, Optional<String> label)
      throws GeneralSecurityException, TerminalKeyException {
    List<String> aliases = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && label.map(alias::equals).orElse(true)) {
        aliases.add(alias);
      }
    }
    if (aliases.size() > 1) {
      throw new TerminalKeyException("the token has several keys; say object=LABEL");
    }
    if (aliases.isEmpty() || !(store.getKey(aliases.get(0), null) instanceof PrivateKey key)) {
      throw new TerminalKeyException(
          "the token has no such private key with a certificate beside it");
    }
    Certificate beside = store.getCertificate(aliases.get(0));
    return new Pkcs11TerminalKey(token, key, Bytes.of(beside.getPublicKey().getEncoded()));
  }

  private static boolean wrongPin(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FailedLoginException) {
        return true;
      }
    }
    return false;
  }

  private Bytes signRsa(CvAlgorithm algorithm, Bytes data)
      throws GeneralSecurityException, MalformedInputException {
    CvPublicKey own = CvPublicKey.of(algorithm, spki);
    int bits = own instanceof CvPublicKey.Rsa rsa ? rsa.modulus().bitLength() : 0;
    return RsaSigner.of(token).sign(key, bits, algorithm, data);
  }

  // Hashed here: not every token knows every digest, and one that is longer than the curve is cut
  // to its left part, TR-03111 §4.2.1.
  private Bytes signOnCurve(CvAlgorithm algorithm, Bytes data)
      throws GeneralSecurityException, MalformedInputException, TerminalKeyException {
    byte[] digest = EcSigningKey.digest(algorithm, data);
    int longest =
        CvPublicKey.of(algorithm, spki) instanceof CvPublicKey.Ec own
            ? own.curve().map(curve -> (curve.order().bitLength() + 7) / 8).orElse(digest.length)
            : digest.length;
    Signature signature = Signature.getInstance("NONEwithECDSAinP1363Format", token);
    signature.initSign(key);
    signature.update(Arrays.copyOf(digest, Math.min(longest, digest.length)));
    return Bytes.of(signature.sign());
  }
}
