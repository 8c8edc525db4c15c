package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;

/** One thing that a document says it can do, ICAO 9303-11 §9.2 and TR-03110-3 §A.1.1. */
public sealed interface SecurityInfo {
  /** The protocol. */
  String oid();

  /** The whole SEQUENCE as it stands in the file. */
  Bytes raw();

  /** PACE with standardised or own domain parameters. */
  record PaceInfo(String oid, int version, Optional<Integer> parameterId, Bytes raw)
      implements SecurityInfo {}

  /** Own domain parameters for PACE. */
  record PaceDomainParameterInfo(
      String oid, Bytes domainParameters, Optional<Integer> parameterId, Bytes raw)
      implements SecurityInfo {}

  /** Chip Authentication with a cipher. */
  record ChipAuthenticationInfo(String oid, int version, Optional<BigInteger> keyId, Bytes raw)
      implements SecurityInfo {}

  /** A key for Chip Authentication; {@code spki} is a DER SubjectPublicKeyInfo. */
  record ChipAuthenticationPublicKey(String oid, Bytes spki, Optional<BigInteger> keyId, Bytes raw)
      implements SecurityInfo {}

  /** Terminal Authentication. */
  record TerminalAuthenticationInfo(String oid, int version, Bytes raw) implements SecurityInfo {}

  /** The signature algorithm of Active Authentication; required where the key is not RSA. */
  record ActiveAuthenticationInfo(String oid, int version, String signatureAlgorithmOid, Bytes raw)
      implements SecurityInfo {}

  /** One that nobody here knows. */
  record Unknown(String oid, Bytes raw) implements SecurityInfo {}

  /** One whose protocol is known and whose content is not what the standard says. */
  record Malformed(String oid, Bytes raw) implements SecurityInfo {}
}
