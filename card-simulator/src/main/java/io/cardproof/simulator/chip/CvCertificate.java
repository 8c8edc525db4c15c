package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card-verifiable certificate, TR-03110-3 §C.1: its parts in their order, none of them verified.
 * Whatever is malformed is 6A80. The public key stays unread until a signature covers it.
 */
final class CvCertificate {
  private static final int CERTIFICATE = 0x7F21;
  private static final int BODY = 0x7F4E;
  private static final int PROFILE = 0x5F29;
  private static final int AUTHORITY_REFERENCE = 0x42;
  private static final int PUBLIC_KEY = 0x7F49;
  private static final int HOLDER_REFERENCE = 0x5F20;
  private static final int AUTHORIZATION = 0x7F4C;
  private static final int EFFECTIVE = 0x5F25;
  private static final int EXPIRATION = 0x5F24;
  private static final int EXTENSIONS = 0x65;
  private static final int SIGNATURE = 0x5F37;
  private static final int MOST_REFERENCE = 16;

  /** id-IS, the role of inspection systems. */
  private static final byte[] INSPECTION_SYSTEM = Oids.value("0.4.0.127.0.7.3.1.2.1");

  private final byte[] body;
  private final byte[] signature;
  private final String authority;
  private final byte[] publicKey;
  private final String holder;
  private final int authorization;
  private final boolean forInspection;
  private final LocalDate effective;
  private final LocalDate expiration;

  private CvCertificate(DataObject bodyObject, byte[] signature) throws Refusal {
    this.body = bodyObject.encoded();
    this.signature = signature;
    Deque<DataObject> parts = new ArrayDeque<>(objects(bodyObject.value()));
    if (!Arrays.equals(next(parts, PROFILE), new byte[] {0})) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    authority = reference(next(parts, AUTHORITY_REFERENCE));
    publicKey = next(parts, PUBLIC_KEY);
    holder = reference(next(parts, HOLDER_REFERENCE));
    List<DataObject> template = objects(next(parts, AUTHORIZATION));
    authorization = authorization(template);
    forInspection = Arrays.equals(template.get(0).value(), INSPECTION_SYSTEM);
    effective = CvDate.read(next(parts, EFFECTIVE));
    expiration = CvDate.read(next(parts, EXPIRATION));
    parts.removeIf(part -> part.tag() == EXTENSIONS);
    if (!parts.isEmpty()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }

  /** The data of PSO:Verify Certificate: body and signature without their common template. */
  static CvCertificate ofCommand(byte[] data) throws Refusal {
    List<DataObject> parts = objects(data);
    if (parts.size() != 2 || parts.get(0).tag() != BODY || parts.get(1).tag() != SIGNATURE) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new CvCertificate(parts.get(0), parts.get(1).value());
  }

  /** A whole certificate, 7F21. */
  static CvCertificate of(byte[] encoded) throws Refusal {
    List<DataObject> outer = objects(encoded);
    if (outer.size() != 1 || outer.get(0).tag() != CERTIFICATE) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return ofCommand(outer.get(0).value());
  }

  /** Whose key signed. */
  String authority() {
    return authority;
  }

  /** Whose key it holds. */
  String holder() {
    return holder;
  }

  /** Whether it is in a chain of inspection systems, the only terminals that this chip knows. */
  boolean isForInspection() {
    return forInspection;
  }

  TerminalRole role() {
    return TerminalRole.of(authorization);
  }

  LocalDate effective() {
    return effective;
  }

  LocalDate expiration() {
    return expiration;
  }

  boolean isSignedBy(CvPublicKey key) {
    return key.verifies(body, signature);
  }

  /**
   * The holder with its key; without curve parameters of its own it is on the issuer's curve.
   *
   * @param issuer nobody for a trust point
   */
  CvHolder certified(@Nullable CvPublicKey issuer) throws Refusal {
    CvPublicKey key = CvPublicKey.read(publicKey, issuer);
    return new CvHolder(holder, key, authorization, expiration);
  }

  private static String reference(byte[] value) throws Refusal {
    if (value.length == 0 || value.length > MOST_REFERENCE) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new String(value, StandardCharsets.ISO_8859_1);
  }

  private static int authorization(List<DataObject> parts) throws Refusal {
    if (parts.size() != 2
        || parts.get(0).tag() != 0x06
        || parts.get(1).tag() != 0x53
        || parts.get(1).value().length == 0) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return parts.get(1).value()[0] & 0xFF;
  }

  private static byte[] next(Deque<DataObject> parts, int tag) throws Refusal {
    DataObject first = parts.pollFirst();
    if (first == null || first.tag() != tag) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return first.value();
  }

  private static List<DataObject> objects(byte[] data) throws Refusal {
    try {
      return DataObject.parseAll(data);
    } catch (MalformedDataException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }
}
