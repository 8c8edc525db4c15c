package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Reads one SecurityInfo; what is not as it should be is kept as such. */
final class SecurityInfoReader {
  private static final String BSI = "0\\.4\\.0\\.127\\.0\\.7\\.2\\.2\\.";
  private static final String PACE = BSI + "4\\.[1-6]\\.[1-4]";
  private static final String PACE_DOMAIN_PARAMETERS = BSI + "4\\.[1-6]";
  private static final String CHIP_AUTHENTICATION = BSI + "3\\.[12]\\.[1-4]";
  private static final String CHIP_AUTHENTICATION_KEY = BSI + "1\\.[12]";
  private static final String TERMINAL_AUTHENTICATION = BSI + "2";
  private static final String ACTIVE_AUTHENTICATION = "2\\.23\\.136\\.1\\.1\\.5";

  private SecurityInfoReader() {}

  static SecurityInfo read(ASN1Encodable element) throws IOException {
    Bytes raw = Der.encoded(element);
    String oid = "";
    try {
      ASN1Sequence info = ASN1Sequence.getInstance(element);
      oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
      return typed(oid, info, raw);
    } catch (RuntimeException e) {
      // One odd entry does not make the others unreadable.
      return new SecurityInfo.Malformed(oid, raw);
    }
  }

  private static SecurityInfo typed(String oid, ASN1Sequence info, Bytes raw) throws IOException {
    if (oid.matches(PACE)) {
      return new SecurityInfo.PaceInfo(
          oid, small(info.getObjectAt(1)), number(info, 2).map(BigInteger::intValueExact), raw);
    }
    if (oid.matches(PACE_DOMAIN_PARAMETERS)) {
      AlgorithmIdentifier parameters = AlgorithmIdentifier.getInstance(info.getObjectAt(1));
      return new SecurityInfo.PaceDomainParameterInfo(
          oid, Der.encoded(parameters), number(info, 2).map(BigInteger::intValueExact), raw);
    }
    if (oid.matches(CHIP_AUTHENTICATION)) {
      return new SecurityInfo.ChipAuthenticationInfo(
          oid, small(info.getObjectAt(1)), number(info, 2), raw);
    }
    if (oid.matches(CHIP_AUTHENTICATION_KEY)) {
      Bytes spki = Der.encoded(info.getObjectAt(1));
      SubjectPublicKeyInfo.getInstance(info.getObjectAt(1));
      return new SecurityInfo.ChipAuthenticationPublicKey(oid, spki, number(info, 2), raw);
    }
    if (oid.matches(TERMINAL_AUTHENTICATION)) {
      return new SecurityInfo.TerminalAuthenticationInfo(oid, small(info.getObjectAt(1)), raw);
    }
    if (oid.matches(ACTIVE_AUTHENTICATION)) {
      return new SecurityInfo.ActiveAuthenticationInfo(
          oid,
          small(info.getObjectAt(1)),
          ASN1ObjectIdentifier.getInstance(info.getObjectAt(2)).getId(),
          raw);
    }
    return new SecurityInfo.Unknown(oid, raw);
  }

  private static int small(ASN1Encodable integer) {
    return ASN1Integer.getInstance(integer).intValueExact();
  }

  private static Optional<BigInteger> number(ASN1Sequence info, int index) {
    return info.size() > index
        ? Optional.of(ASN1Integer.getInstance(info.getObjectAt(index)).getValue())
        : Optional.empty();
  }
}
