package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/** The country signers in a {@code CscaMasterList}, ICAO 9303-12 §9. */
final class MasterList {
  static final String CONTENT_TYPE = "2.23.136.1.1.2";

  private MasterList() {}

  /**
   * The bytes of the entries, in the order of the list.
   *
   * @throws MalformedInputException if it is not a list of a version that is known here
   */
  static List<Bytes> entries(Bytes content, String source) throws MalformedInputException {
    try {
      ASN1Sequence list = parts(content);
      if (!ASN1Integer.getInstance(list.getObjectAt(0)).hasValue(0)) {
        throw new MalformedInputException(source, "version", "not a version that is known here");
      }
      List<Bytes> entries = new ArrayList<>();
      for (ASN1Encodable entry : ASN1Set.getInstance(list.getObjectAt(1))) {
        entries.add(Bytes.of(entry.toASN1Primitive().getEncoded()));
      }
      return entries;
    } catch (IOException | RuntimeException e) {
      throw new MalformedInputException(source, "list of certificates", "is not DER");
    }
  }

  /**
   * The parts of an object, none of which is parsed before it is asked for: an entry that is
   * damaged inside must not cost the others.
   *
   * @throws IOException if it is no sequence, or something follows it
   */
  static ASN1Sequence parts(Bytes der) throws IOException {
    try (ASN1InputStream input = new ASN1InputStream(der.toByteArray(), true)) {
      ASN1Primitive whole = input.readObject();
      if (!(whole instanceof ASN1Sequence sequence) || input.available() > 0) {
        throw new IOException("not one sequence");
      }
      return sequence;
    }
  }
}
