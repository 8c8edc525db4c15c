package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.Sequences.at;
import static io.cardproof.simulator.inspection.Sequences.with;

import io.cardproof.simulator.issuer.IssuingFault;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/** Deviations of the LDSSecurityObject, correctly signed. */
final class LdsObjects {
  private static final int HASHES = 2;
  private static final int HASH_BYTES = 32;

  private LdsObjects() {}

  /** Another LDSSecurityObject. */
  static CaseFault object(UnaryOperator<ASN1Sequence> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Sequence securityObject(ASN1Sequence usual, Map<Integer, byte[]> dataGroups) {
            return change.apply(usual);
          }
        });
  }

  /** Another list of hashes. */
  static CaseFault hashes(UnaryOperator<ASN1Sequence> change) {
    return object(object -> with(object, HASHES, change.apply(at(object, HASHES))));
  }

  /** Another entry for one data group. */
  static CaseFault entry(int dataGroup, UnaryOperator<ASN1Sequence> change) {
    return hashes(
        hashes -> {
          int index = indexOf(hashes, dataGroup);
          return with(hashes, index, change.apply(at(hashes, index)));
        });
  }

  /** The entry with the first byte of its hash inverted. */
  static ASN1Sequence wrongHash(ASN1Sequence entry) {
    byte[] hash = ASN1OctetString.getInstance(entry.getObjectAt(1)).getOctets().clone();
    hash[0] ^= (byte) 0xFF;
    return with(entry, 1, new DEROctetString(hash));
  }

  /** An entry for a data group that nobody has. */
  static ASN1Sequence newEntry(int dataGroup) {
    return new DERSequence(
        new ASN1Encodable[] {new ASN1Integer(dataGroup), new DEROctetString(new byte[HASH_BYTES])});
  }

  static int indexOf(ASN1Sequence hashes, int dataGroup) {
    for (int i = 0; i < hashes.size(); i++) {
      if (ASN1Integer.getInstance(at(hashes, i).getObjectAt(0)).hasValue(dataGroup)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the case needs a document with DG" + dataGroup);
  }
}
