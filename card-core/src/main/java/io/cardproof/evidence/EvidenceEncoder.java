package io.cardproof.evidence;

import io.cardproof.access.Presented;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;

/** Writes the DER form. Every optional or alternative part has a context tag of its own. */
final class EvidenceEncoder {
  static final int VERSION = 1;

  private EvidenceEncoder() {}

  static Bytes encode(Evidence evidence) {
    ASN1EncodableVector parts =
        vector(
            integer(VERSION),
            list(evidence.files(), EvidenceEncoder::file),
            access(evidence.access()),
            list(evidence.proofs(), EvidenceEncoder::proof),
            presented(evidence.presented()),
            sequence(text(evidence.reader().name()), octets(evidence.reader().atr())),
            integer(evidence.capturedAt().toEpochMilli()),
            reading(evidence.reading()));
    evidence.terminal().map(TerminalForm::encode).ifPresent(form -> parts.add(tagged(0, form)));
    evidence.policy().ifPresent(name -> parts.add(tagged(1, text(name))));
    try {
      return Bytes.of(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private static ASN1Encodable file(EvidenceFile file) {
    return sequence(text(file.id().label()), octets(file.content()), integer(file.statusWord()));
  }

  private static ASN1Encodable access(AccessRecord access) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(text(access.protocol().label()));
    parts.add(ASN1Boolean.getInstance(access.paceOffered()));
    access.key().ifPresent(key -> parts.add(tagged(0, text(key.name()))));
    access.oid().ifPresent(oid -> parts.add(tagged(1, new ASN1ObjectIdentifier(oid))));
    OptionalInt parameterId = access.parameterId();
    if (parameterId.isPresent()) {
      parts.add(tagged(2, integer(parameterId.getAsInt())));
    }
    return new DERSequence(parts);
  }

  private static ASN1Encodable proof(ChipProof proof) {
    if (proof instanceof ChipProof.ActiveAuthentication aa) {
      return tagged(
          0, sequence(octets(aa.challenge()), octets(aa.response()), integer(aa.statusWord())));
    }
    if (proof instanceof ChipProof.ChipAuthentication ca) {
      return tagged(1, chipAuthentication(ca));
    }
    return tagged(2, mapping((ChipProof.ChipAuthenticationMapping) proof));
  }

  private static ASN1Encodable chipAuthentication(ChipProof.ChipAuthentication ca) {
    return sequence(
        new ASN1ObjectIdentifier(ca.protocolOid()),
        sequence(optional(ca.keyId().map(ASN1Integer::new))),
        octets(ca.terminalPublicKey()),
        octets(ca.terminalPrivateKey()),
        integer(ca.statusWord()),
        octets(ca.protectedCommand()),
        octets(ca.protectedResponse()));
  }

  private static ASN1Encodable mapping(ChipProof.ChipAuthenticationMapping cam) {
    return sequence(
        new ASN1ObjectIdentifier(cam.protocolOid()),
        integer(cam.parameterId()),
        octets(cam.nonce()),
        octets(cam.terminalMappingKey()),
        octets(cam.chipMappingPublicKey()),
        octets(cam.terminalEphemeralKey()),
        octets(cam.chipEphemeralPublicKey()),
        octets(cam.encryptedData()),
        integer(cam.statusWord()));
  }

  private static ASN1Encodable presented(Presented presented) {
    if (presented instanceof Presented.Qr qr) {
      return tagged(1, text(qr.text()));
    }
    if (presented instanceof Presented.MrzData mrz) {
      return tagged(2, sequence(mrz(mrz)));
    }
    return tagged(0, DERNull.INSTANCE);
  }

  // Evidence had no name at first: it stands at the end, and only where there is one.
  private static ASN1Encodable[] mrz(Presented.MrzData mrz) {
    ASN1Encodable[] fields = {text(mrz.documentNumber()), text(mrz.birth()), text(mrz.expiry())};
    if (mrz.name().isEmpty()) {
      return fields;
    }
    ASN1Encodable[] named = Arrays.copyOf(fields, fields.length + 1);
    named[fields.length] = text(mrz.name());
    return named;
  }

  private static ASN1Encodable reading(ReadingStats reading) {
    return sequence(
        integer(reading.apdus()),
        integer(reading.bytesSent()),
        integer(reading.bytesReceived()),
        integer(reading.millis()));
  }

  private static <T> ASN1Encodable list(List<T> items, Function<T, ASN1Encodable> encode) {
    return sequence(items.stream().map(encode).toArray(ASN1Encodable[]::new));
  }

  private static ASN1Encodable[] optional(Optional<? extends ASN1Encodable> value) {
    return value.stream().toArray(ASN1Encodable[]::new);
  }

  private static ASN1EncodableVector vector(ASN1Encodable... parts) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    vector.addAll(parts);
    return vector;
  }

  private static ASN1Sequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static ASN1Encodable tagged(int number, ASN1Encodable content) {
    return new DERTaggedObject(true, number, content);
  }

  private static ASN1Encodable text(String text) {
    return new DERUTF8String(text);
  }

  private static ASN1Encodable octets(Bytes content) {
    return new DEROctetString(content.toByteArray());
  }

  private static ASN1Encodable integer(long value) {
    return new ASN1Integer(value);
  }
}
