package io.cardproof.terminal;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A card-verifiable certificate, TR-03110-3 §C.1. The bytes that were read are kept, and they are
 * what is sent and verified; nothing is encoded again.
 *
 * @param body what it says
 * @param encodedBody the data object 7F4E as it was signed
 * @param signature the issuer's signature over it
 */
public record CvCertificate(CvBody body, Bytes encodedBody, Bytes signature) {
  private static final int MAX_FILE_BYTES = 1 << 16;
  private static final int MAX_CERTIFICATES = 64;
  private static final int MAX_SIGNATURE_BYTES = 2048;

  static CvCertificate of(CvBody body, Bytes encodedBody, Bytes signature) {
    return new CvCertificate(body, encodedBody, signature);
  }

  /**
   * Reads one certificate, the data object 7F21.
   *
   * @param source what is read, for messages, such as a file's name
   * @throws MalformedInputException if it is not exactly one certificate; the message says where
   */
  public static CvCertificate parse(String source, Bytes encoded) throws MalformedInputException {
    List<CvCertificate> all = parseAll(source, encoded);
    if (all.size() != 1) {
      throw new MalformedInputException(source, "whole file", "not exactly one certificate");
    }
    return all.get(0);
  }

  /** Reads the certificates that a file is a row of; at least one. */
  public static List<CvCertificate> parseAll(String source, Bytes encoded)
      throws MalformedInputException {
    if (encoded.length() > MAX_FILE_BYTES) {
      throw new MalformedInputException(source, "whole file", "larger than certificates can be");
    }
    CvReader reader = CvReader.of(source, encoded);
    List<CvCertificate> certificates = new ArrayList<>();
    do {
      if (certificates.size() == MAX_CERTIFICATES) {
        throw reader.malformed("more certificates than a chain has");
      }
      certificates.add(read(reader.nested(CvTag.CERTIFICATE)));
    } while (reader.hasNext());
    return List.copyOf(certificates);
  }

  /** The data object 7F21, as a file holds it. */
  public Bytes encoded() {
    return CvTag.CERTIFICATE.around(signedObjects());
  }

  /** Body and signature, as PSO: Verify Certificate takes them, TR-03110-3 §B.11.4. */
  public Bytes signedObjects() {
    return Bytes.concat(encodedBody, CvTag.SIGNATURE.around(signature));
  }

  /** Whose key signed it. */
  public String authority() {
    return body.authority();
  }

  /** The name of the key in it. */
  public String holder() {
    return body.holder();
  }

  /** Who the holder is in the chain. */
  public HolderAuthorisation.Role role() {
    return body.authorisation().role();
  }

  /** Whether its last day is over. */
  public boolean expiredOn(LocalDate day) {
    return body.expires().isBefore(day);
  }

  /**
   * Verifies the issuer's signature.
   *
   * @param issuer the issuer's key, with domain parameters
   * @throws SignatureCheckException if that key did not sign it, or nobody can say
   */
  public void verify(CvPublicKey issuer) throws SignatureCheckException {
    issuer.verify(encodedBody, signature);
  }

  /** Names the keys; the rest is public, and long. */
  @Override
  public String toString() {
    return "CvCertificate[" + holder() + " by " + authority() + "]";
  }

  private static CvCertificate read(CvReader certificate) throws MalformedInputException {
    Bytes objects = certificate.rest();
    CvBody body = CvBody.read(certificate);
    Bytes encodedBody = objects.slice(0, certificate.position());
    Bytes signature = certificate.value(CvTag.SIGNATURE);
    if (signature.isEmpty() || signature.length() > MAX_SIGNATURE_BYTES) {
      throw certificate.malformed("a signature of a length that is not allowed");
    }
    certificate.end();
    return new CvCertificate(body, encodedBody, signature);
  }
}
