package io.cardproof.evidence;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.jspecify.annotations.Nullable;

/** Takes the parts of a sequence one by one; every fault names its place. */
final class DerReader {
  private final Iterator<ASN1Encodable> parts;
  private final String source;
  private final String where;
  private @Nullable ASN1Encodable ahead;

  private DerReader(Iterator<ASN1Encodable> parts, String source, String where) {
    this.parts = parts;
    this.source = source;
    this.where = where;
  }

  static DerReader sequence(ASN1Encodable value, String source, String where)
      throws MalformedInputException {
    if (value instanceof ASN1Sequence sequence) {
      try {
        return new DerReader(List.of(sequence.toArray()).iterator(), source, where);
      } catch (RuntimeException e) {
        throw new MalformedInputException(source, where, "is not DER");
      }
    }
    throw new MalformedInputException(source, where, "is not a sequence");
  }

  boolean hasNext() {
    return ahead != null || parts.hasNext();
  }

  void end() throws MalformedInputException {
    if (hasNext()) {
      throw malformed("end", "more parts than known");
    }
  }

  DerReader nested(String place) throws MalformedInputException {
    return sequence(next(place), source, where + ", " + place);
  }

  long integer(String place, long max) throws MalformedInputException {
    BigInteger value = bigInteger(place);
    if (value.signum() < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
      throw malformed(place, "out of range");
    }
    return value.longValueExact();
  }

  BigInteger bigInteger(String place) throws MalformedInputException {
    return next(place, ASN1Integer.class).getValue();
  }

  boolean bool(String place) throws MalformedInputException {
    return next(place, ASN1Boolean.class).isTrue();
  }

  String oid(String place) throws MalformedInputException {
    return next(place, ASN1ObjectIdentifier.class).getId();
  }

  Bytes octets(String place, int max) throws MalformedInputException {
    byte[] content = next(place, ASN1OctetString.class).getOctets();
    if (content.length > max) {
      throw malformed(place, "too long");
    }
    return Bytes.of(content);
  }

  String text(String place, int maxBytes) throws MalformedInputException {
    String text = utf8(next(place, ASN1UTF8String.class), place);
    if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw malformed(place, "too long");
    }
    return text;
  }

  private String utf8(ASN1UTF8String value, String place) throws MalformedInputException {
    try {
      return value.getString();
    } catch (IllegalArgumentException e) {
      throw malformed(place, "is not UTF-8");
    }
  }

  Tagged taggedValue(String place) throws MalformedInputException {
    return tagged(next(place, ASN1TaggedObject.class), place);
  }

  Optional<DerReader> optionalTagged(int number, String place) throws MalformedInputException {
    if (!hasNext()) {
      return Optional.empty();
    }
    ASN1TaggedObject next = next(place, ASN1TaggedObject.class);
    if (next.getTagNo() != number) {
      ahead = next;
      return Optional.empty();
    }
    return Optional.of(tagged(next, place).content());
  }

  MalformedInputException malformed(String place, String problem) {
    return new MalformedInputException(source, where + ", " + place, problem);
  }

  private Tagged tagged(ASN1TaggedObject object, String place) throws MalformedInputException {
    try {
      List<ASN1Encodable> content = List.of(object.getExplicitBaseObject());
      return new Tagged(
          object.getTagNo(), new DerReader(content.iterator(), source, where + ", " + place));
    } catch (RuntimeException e) {
      throw malformed(place, "is not what belongs there");
    }
  }

  private <T> T next(String place, Class<T> type) throws MalformedInputException {
    ASN1Encodable next = next(place);
    if (!type.isInstance(next)) {
      throw malformed(place, "is not what belongs there");
    }
    return type.cast(next);
  }

  private ASN1Encodable next(String place) throws MalformedInputException {
    ASN1Encodable value = ahead;
    ahead = null;
    if (value == null && parts.hasNext()) {
      value = parts.next();
    }
    if (value == null) {
      throw malformed(place, "is missing");
    }
    return value;
  }

  /** The content of a context tag. */
  record Tagged(int number, DerReader content) {}
}
