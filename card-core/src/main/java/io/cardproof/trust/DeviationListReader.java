package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Reads the content of a deviation list, ICAO 9303-12 §10. */
final class DeviationListReader {
  private static final int MOST_TEXT = 1024;
  private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

  private final String source;

  private DeviationListReader(String source) {
    this.source = source;
  }

  /**
   * What a list holds.
   *
   * @param deviations those that can be read
   * @param unreadable the places of the others, from 1 on
   */
  record Content(List<DeviationList.Deviation> deviations, List<Integer> unreadable) {}

  /**
   * The deviations of a list whose signature was verified. One that cannot be read costs no other.
   *
   * @throws MalformedInputException if it is not a list of a version that is known here
   */
  static Content read(Bytes content, String source) throws MalformedInputException {
    try {
      return new DeviationListReader(source)
          .deviations(ASN1Sequence.getInstance(content.toByteArray()));
    } catch (RuntimeException e) {
      throw new MalformedInputException(source, "list of deviations", "is not DER");
    }
  }

  private Content deviations(ASN1Sequence list) throws MalformedInputException {
    if (!ASN1Integer.getInstance(list.getObjectAt(0)).hasValue(0)) {
      throw new MalformedInputException(source, "version", "not a version that is known here");
    }
    String digest =
        list.size() > 2
            ? AlgorithmIdentifier.getInstance(list.getObjectAt(1)).getAlgorithm().getId()
            : SHA_256;
    List<DeviationList.Deviation> deviations = new ArrayList<>();
    List<Integer> unreadable = new ArrayList<>();
    int place = 0;
    for (ASN1Encodable entry : ASN1Set.getInstance(list.getObjectAt(list.size() - 1))) {
      place++;
      try {
        deviations.add(deviation(ASN1Sequence.getInstance(entry), digest));
      } catch (RuntimeException e) {
        unreadable.add(place);
      }
    }
    return new Content(deviations, unreadable);
  }

  private static DeviationList.Deviation deviation(ASN1Sequence entry, String digest) {
    Documents documents = new Documents(digest);
    for (ASN1Encodable part : ASN1Sequence.getInstance(entry.getObjectAt(0))) {
      documents.read(ASN1TaggedObject.getInstance(part));
    }
    List<DeviationList.Description> descriptions = new ArrayList<>();
    for (ASN1Encodable description : ASN1Set.getInstance(entry.getObjectAt(1))) {
      descriptions.add(description(ASN1Sequence.getInstance(description)));
    }
    return new DeviationList.Deviation(
        documents.type, documents.signer, documents.issued, documents.numbers, descriptions);
  }

  private static DeviationList.Description description(ASN1Sequence parts) {
    Optional<String> text =
        parts.getObjectAt(0) instanceof ASN1String said
            ? Optional.of(text(said))
            : Optional.empty();
    ASN1Encodable type = parts.getObjectAt(text.isPresent() ? 1 : 0);
    return new DeviationList.Description(ASN1ObjectIdentifier.getInstance(type).getId(), text);
  }

  private static String text(ASN1String value) {
    String text = value.getString();
    return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
  }

  /** Which documents are meant; the tags are those of the standard, explicit or implicit. */
  private static final class Documents {
    private final String digest;
    private Optional<String> type = Optional.empty();
    private Optional<DeviationList.SignerId> signer = Optional.empty();
    private Optional<DeviationList.Period> issued = Optional.empty();
    private final List<String> numbers = new ArrayList<>();

    Documents(String digest) {
      this.digest = digest;
    }

    void read(ASN1TaggedObject part) {
      switch (part.getTagNo()) {
        case 0 -> type = Optional.of(text((ASN1String) base(part, BERTags.PRINTABLE_STRING)));
        case 1 -> signer = Optional.of(issuerAndSerial(base(part, BERTags.SEQUENCE)));
        case 2 -> signer = Optional.of(new DeviationList.SignerId.KeyId(octets(part)));
        case 3 -> signer = Optional.of(new DeviationList.SignerId.Digest(digest, octets(part)));
        case 4 -> issued = Optional.of(period(base(part, BERTags.SEQUENCE)));
        case 5 -> {
          for (ASN1Encodable number : ASN1Set.getInstance(base(part, BERTags.SET))) {
            numbers.add(text((ASN1String) number.toASN1Primitive()));
          }
        }
        default -> throw new IllegalArgumentException("not a way to name documents");
      }
    }

    private static Bytes octets(ASN1TaggedObject part) {
      return Bytes.of(ASN1OctetString.getInstance(base(part, BERTags.OCTET_STRING)).getOctets());
    }

    // A tag around the whole object, or one in place of its own.
    private static ASN1Primitive base(ASN1TaggedObject part, int tag) {
      if (part.isExplicit()) {
        ASN1Primitive inner = part.getExplicitBaseObject().toASN1Primitive();
        if (holds(inner, tag)) {
          return inner;
        }
      }
      return part.getBaseUniversal(false, tag);
    }

    private static boolean holds(ASN1Primitive value, int tag) {
      return switch (tag) {
        case BERTags.SEQUENCE -> value instanceof ASN1Sequence;
        case BERTags.SET -> value instanceof ASN1Set;
        case BERTags.OCTET_STRING -> value instanceof ASN1OctetString;
        default -> value instanceof ASN1String;
      };
    }

    private static DeviationList.SignerId issuerAndSerial(ASN1Primitive value) {
      IssuerAndSerialNumber named = IssuerAndSerialNumber.getInstance(value);
      return new DeviationList.SignerId.IssuerAndSerial(
          Names.normalised(named.getName()), named.getSerialNumber().getValue());
    }

    private static DeviationList.Period period(ASN1Primitive value) {
      ASN1Sequence dates = ASN1Sequence.getInstance(value);
      return new DeviationList.Period(date(dates.getObjectAt(0)), date(dates.getObjectAt(1)));
    }

    private static Instant date(ASN1Encodable value) {
      return Asn1Time.of(ASN1GeneralizedTime.getInstance(value));
    }
  }
}
