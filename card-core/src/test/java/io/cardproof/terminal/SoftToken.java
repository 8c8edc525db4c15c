package io.cardproof.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A token of SoftHSM, made anew for every run of the tests. The variable SOFTHSM2_CONF, which the
 * build sets, says where its files are.
 */
public final class SoftToken {
  public static final String PIN = "271828";
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/libsofthsm2.so"));

  private final Path library;

  private SoftToken(Path library) {
    this.library = library;
  }

  /** A token with these keys, each beside a certificate of the same label. */
  public static SoftToken with(List<String> labels, List<TestKeys> keys) throws Exception {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    Optional<Path> configuration =
        Optional.ofNullable(System.getenv("SOFTHSM2_CONF")).map(Path::of);
    boolean usable = library.isPresent() && configuration.isPresent();
    if (Optional.ofNullable(System.getenv("CARDPROOF_REQUIRE")).orElse("").contains("softhsm")) {
      assertTrue(usable, "SoftHSM is not installed");
    }
    assumeTrue(usable, "SoftHSM is not installed");
    initialise(configuration.get());
    SoftToken token = new SoftToken(library.get());
    token.fill(labels, keys);
    return token;
  }

  /** Where the key with this label is. */
  public Pkcs11Uri uri(String label) throws Exception {
    return Pkcs11Uri.parse("pkcs11:token=cardproof;object=" + label + "?module-path=" + library);
  }

  private static void initialise(Path configuration) throws Exception {
    Path tokens = configuration.resolveSibling("softhsm-tokens");
    delete(tokens);
    Files.createDirectories(tokens);
    Files.writeString(
        configuration,
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    Process made =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label=cardproof",
                "--pin=" + PIN,
                "--so-pin=314159")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(made.waitFor() == 0, "softhsm2-util made a token");
  }

  private void fill(List<String> labels, List<TestKeys> keys) throws Exception {
    AuthProvider provider = Pkcs11Slots.open(uri("any"));
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN.toCharArray());
    for (int i = 0; i < labels.size(); i++) {
      PrivateKey key = privateKey(keys.get(i).pkcs8());
      X509Certificate[] beside = {certificate(key, publicKey(keys.get(i).spki()))};
      store.setKeyEntry(labels.get(i), key, null, beside);
    }
    provider.logout();
  }

  private static PrivateKey privateKey(Bytes pkcs8) throws Exception {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8.toByteArray());
    return KeyFactory.getInstance(isRsa(pkcs8) ? "RSA" : "EC").generatePrivate(spec);
  }

  private static PublicKey publicKey(Bytes spki) throws Exception {
    X509EncodedKeySpec spec = new X509EncodedKeySpec(spki.toByteArray());
    return KeyFactory.getInstance(isRsa(spki) ? "RSA" : "EC").generatePublic(spec);
  }

  private static boolean isRsa(Bytes encoded) {
    return encoded.toHex().contains("2a864886f70d010101");
  }

  private static X509Certificate certificate(PrivateKey key, PublicKey publicKey) throws Exception {
    X500Name name = new X500Name("CN=terminal");
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
            name,
            SubjectPublicKeyInfo.getInstance(publicKey.getEncoded()));
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
