package io.cardproof.simulator.inspection;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** Copies of sequences that differ in one place. */
final class Sequences {
  private Sequences() {}

  static ASN1Sequence with(ASN1Sequence sequence, int index, ASN1Encodable value) {
    ASN1Encodable[] parts = sequence.toArray();
    parts[index] = value;
    return new DERSequence(parts);
  }

  static ASN1Sequence without(ASN1Sequence sequence, int index) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (int i = 0; i < sequence.size(); i++) {
      if (i != index) {
        parts.add(sequence.getObjectAt(i));
      }
    }
    return new DERSequence(parts);
  }

  static ASN1Sequence and(ASN1Sequence sequence, ASN1Encodable added) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    sequence.forEach(parts::add);
    parts.add(added);
    return new DERSequence(parts);
  }

  static ASN1Sequence at(ASN1Sequence sequence, int index) {
    return ASN1Sequence.getInstance(sequence.getObjectAt(index));
  }
}
