package io.cardproof.simulator.persona;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Certificate;

/** A file with one DER certificate or any number of PEM ones. */
final class CertificateFile {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");

  private CertificateFile() {}

  static List<byte[]> parse(String source, byte[] content) throws IOException {
    try {
      List<byte[]> certificates = new ArrayList<>();
      Matcher pem = PEM.matcher(new String(content, StandardCharsets.US_ASCII));
      while (pem.find()) {
        certificates.add(checked(Base64.getMimeDecoder().decode(pem.group(1))));
      }
      return certificates.isEmpty() ? List.of(checked(content)) : List.copyOf(certificates);
    } catch (IllegalArgumentException e) {
      throw new IOException(source + ": not a certificate in DER or PEM", e);
    }
  }

  private static byte[] checked(byte[] der) {
    Certificate.getInstance(der);
    return der;
  }
}
