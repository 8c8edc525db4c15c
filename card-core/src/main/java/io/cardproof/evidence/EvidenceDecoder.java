package io.cardproof.evidence;

import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.document.FileId;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads the DER form, part by part, with a cap on each. */
final class EvidenceDecoder {
  private static final int SEQUENCE = 0x30;
  private static final int MAX_FILES = FileId.values().length;
  private static final int MAX_FILE_BYTES = 4 << 20;
  private static final int MAX_PROOFS = 8;
  // The longest answer of a chip, status word included.
  private static final int MAX_PROOF_BYTES = (1 << 16) + 2;
  private static final int MAX_TEXT_BYTES = 16_384;

  private final String source;

  EvidenceDecoder(String source) {
    this.source = source;
  }

  Evidence decode(Bytes content) throws MalformedInputException {
    if (content.length() > EvidenceFiles.MAX_BYTES) {
      throw new MalformedInputException(source, "whole file", "larger than evidence can be");
    }
    if (content.isEmpty() || content.at(0) != SEQUENCE) {
      throw new MalformedInputException(source, "whole file", "is not an evidence file");
    }
    byte[] der = content.toByteArray();
    new DerShape(der, source).check();
    DerReader reader = DerReader.sequence(parse(der), source, "evidence");
    if (reader.integer("version", Integer.MAX_VALUE) != EvidenceEncoder.VERSION) {
      throw new MalformedInputException(source, "version", "not a version that is known here");
    }
    Evidence evidence =
        new Evidence(
            files(reader.nested("files")),
            access(reader.nested("access")),
            proofs(reader.nested("proofs")),
            presented(reader.taggedValue("presented")),
            reader(reader.nested("reader")),
            Instant.ofEpochMilli(reader.integer("capture time", Long.MAX_VALUE)),
            reading(reader.nested("reading")),
            terminal(reader.optionalTagged(0, "terminal")),
            policy(reader.optionalTagged(1, "policy")));
    reader.end();
    return evidence;
  }

  private ASN1Primitive parse(byte[] der) throws MalformedInputException {
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException | RuntimeException e) {
      throw new MalformedInputException(source, "whole file", "is not DER");
    }
  }

  private List<EvidenceFile> files(DerReader reader) throws MalformedInputException {
    List<EvidenceFile> files = new ArrayList<>();
    Set<FileId> seen = EnumSet.noneOf(FileId.class);
    while (reader.hasNext()) {
      DerReader part = reader.nested("file " + (files.size() + 1));
      FileId id = named(part, "name", FileId.values(), FileId::label);
      if (!seen.add(id) || files.size() >= MAX_FILES) {
        throw part.malformed("name", "the file is there twice");
      }
      files.add(
          new EvidenceFile(
              id,
              part.octets("content", MAX_FILE_BYTES),
              (int) part.integer("status word", 0xFFFF)));
      part.end();
    }
    return files;
  }

  private AccessRecord access(DerReader reader) throws MalformedInputException {
    AccessRecord.Protocol protocol =
        named(reader, "protocol", AccessRecord.Protocol.values(), AccessRecord.Protocol::label);
    boolean offered = reader.bool("offer of PACE");
    Optional<DerReader> key = reader.optionalTagged(0, "key");
    Optional<DerReader> oid = reader.optionalTagged(1, "object identifier");
    Optional<DerReader> parameterId = reader.optionalTagged(2, "parameter id");
    reader.end();
    return new AccessRecord(
        protocol,
        key.isEmpty()
            ? Optional.empty()
            : Optional.of(named(key.get(), "kind", AccessKey.Kind.values(), AccessKey.Kind::name)),
        oid.isEmpty() ? Optional.empty() : Optional.of(oid.get().oid("value")),
        parameterId.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of((int) parameterId.get().integer("value", 255)),
        offered);
  }

  private List<ChipProof> proofs(DerReader reader) throws MalformedInputException {
    List<ChipProof> proofs = new ArrayList<>();
    while (reader.hasNext()) {
      if (proofs.size() == MAX_PROOFS) {
        throw reader.malformed("number", "more proofs than an inspection makes");
      }
      DerReader.Tagged proof = reader.taggedValue("proof " + (proofs.size() + 1));
      proofs.add(
          switch (proof.number()) {
            case 0 -> activeAuthentication(proof.content().nested("active authentication"));
            case 1 -> chipAuthentication(proof.content().nested("chip authentication"));
            case 2 -> mapping(proof.content().nested("chip authentication mapping"));
            default -> throw reader.malformed("proof", "of an unknown kind");
          });
    }
    return proofs;
  }

  private static ChipProof activeAuthentication(DerReader reader) throws MalformedInputException {
    ChipProof proof =
        new ChipProof.ActiveAuthentication(
            reader.octets("challenge", MAX_PROOF_BYTES),
            reader.octets("response", MAX_PROOF_BYTES),
            (int) reader.integer("status word", 0xFFFF));
    reader.end();
    return proof;
  }

  private static ChipProof chipAuthentication(DerReader reader) throws MalformedInputException {
    String oid = reader.oid("protocol");
    DerReader keyId = reader.nested("key id");
    ChipProof proof =
        new ChipProof.ChipAuthentication(
            oid,
            keyId.hasNext() ? Optional.of(keyId.bigInteger("value")) : Optional.empty(),
            reader.octets("terminal public key", MAX_PROOF_BYTES),
            reader.octets("terminal private key", MAX_PROOF_BYTES),
            (int) reader.integer("status word", 0xFFFF),
            reader.octets("protected command", MAX_PROOF_BYTES),
            reader.octets("protected response", MAX_PROOF_BYTES));
    keyId.end();
    reader.end();
    return proof;
  }

  private static ChipProof mapping(DerReader reader) throws MalformedInputException {
    ChipProof proof =
        new ChipProof.ChipAuthenticationMapping(
            reader.oid("protocol"),
            (int) reader.integer("parameter id", 255),
            reader.octets("nonce", MAX_PROOF_BYTES),
            reader.octets("terminal mapping key", MAX_PROOF_BYTES),
            reader.octets("chip mapping key", MAX_PROOF_BYTES),
            reader.octets("terminal ephemeral key", MAX_PROOF_BYTES),
            reader.octets("chip ephemeral key", MAX_PROOF_BYTES),
            reader.octets("encrypted data", MAX_PROOF_BYTES),
            (int) reader.integer("status word", 0xFFFF));
    reader.end();
    return proof;
  }

  private Presented presented(DerReader.Tagged presented) throws MalformedInputException {
    DerReader content = presented.content();
    return switch (presented.number()) {
      case 0 -> new Presented.Nothing();
      case 1 -> new Presented.Qr(content.text("QR text", MAX_TEXT_BYTES));
      case 2 -> mrz(content.nested("MRZ"));
      default -> throw content.malformed("kind", "unknown");
    };
  }

  private static Presented mrz(DerReader fields) throws MalformedInputException {
    Presented mrz =
        new Presented.MrzData(
            fields.text("document number", MAX_TEXT_BYTES),
            fields.text("birth", MAX_TEXT_BYTES),
            fields.text("expiry", MAX_TEXT_BYTES),
            fields.hasNext() ? name(fields) : "");
    fields.end();
    return mrz;
  }

  // No name is written as no field, and in no other way.
  private static String name(DerReader fields) throws MalformedInputException {
    String name = fields.text("name", MAX_TEXT_BYTES);
    if (name.isEmpty()) {
      throw fields.malformed("name", "empty");
    }
    return name;
  }

  private static ReaderRecord reader(DerReader reader) throws MalformedInputException {
    ReaderRecord result =
        new ReaderRecord(reader.text("name", MAX_TEXT_BYTES), reader.octets("ATR", MAX_TEXT_BYTES));
    reader.end();
    return result;
  }

  private static ReadingStats reading(DerReader reader) throws MalformedInputException {
    ReadingStats stats =
        new ReadingStats(
            (int) reader.integer("commands", Integer.MAX_VALUE),
            reader.integer("bytes sent", Long.MAX_VALUE),
            reader.integer("bytes received", Long.MAX_VALUE),
            reader.integer("milliseconds", Long.MAX_VALUE));
    reader.end();
    return stats;
  }

  private static Optional<TerminalRecord> terminal(Optional<DerReader> tagged)
      throws MalformedInputException {
    return tagged.isEmpty()
        ? Optional.empty()
        : Optional.of(TerminalForm.decode(tagged.get().nested("record")));
  }

  private static Optional<String> policy(Optional<DerReader> tagged)
      throws MalformedInputException {
    return tagged.isEmpty()
        ? Optional.empty()
        : Optional.of(tagged.get().text("name", MAX_TEXT_BYTES));
  }

  private static <T> T named(DerReader reader, String place, T[] values, Function<T, String> name)
      throws MalformedInputException {
    String wanted = reader.text(place, MAX_TEXT_BYTES);
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(() -> reader.malformed(place, "unknown"));
  }
}
