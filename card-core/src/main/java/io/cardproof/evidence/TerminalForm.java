package io.cardproof.evidence;

import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.TerminalRight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/** The DER form of a {@link TerminalRecord}. */
final class TerminalForm {
  private static final int MAX_TEXTS = 64;
  private static final int MAX_TEXT_BYTES = 4096;

  private TerminalForm() {}

  static ASN1Encodable encode(TerminalRecord terminal) {
    ASN1Encodable[] parts = {
      texts(terminal.authorities()),
      texts(terminal.authority().stream().toList()),
      texts(terminal.holderReferences()),
      texts(terminal.rights().stream().sorted().map(TerminalRight::name).toList()),
      new DERUTF8String(terminal.outcome().id()),
      new ASN1Integer(terminal.statusWord()),
      new DERUTF8String(terminal.detail())
    };
    return new DERSequence(parts);
  }

  static TerminalRecord decode(DerReader reader) throws MalformedInputException {
    List<String> authorities = texts(reader.nested("authorities"));
    List<String> authority = texts(reader.nested("authority"));
    List<String> holderReferences = texts(reader.nested("holder references"));
    Set<TerminalRight> rights = rights(reader, texts(reader.nested("rights")));
    Outcome outcome = outcome(reader, reader.text("outcome", MAX_TEXT_BYTES));
    int statusWord = (int) reader.integer("status word", 0xFFFF);
    String detail = reader.text("detail", MAX_TEXT_BYTES);
    reader.end();
    if (authority.size() > 1) {
      throw reader.malformed("authority", "more than one");
    }
    return new TerminalRecord(
        authorities,
        authority.stream().findFirst(),
        holderReferences,
        rights,
        outcome,
        statusWord,
        detail);
  }

  private static ASN1Encodable texts(List<String> texts) {
    return new DERSequence(texts.stream().map(DERUTF8String::new).toArray(ASN1Encodable[]::new));
  }

  private static List<String> texts(DerReader reader) throws MalformedInputException {
    List<String> texts = new ArrayList<>();
    while (reader.hasNext()) {
      if (texts.size() == MAX_TEXTS) {
        throw reader.malformed("number", "too many");
      }
      texts.add(reader.text("text", MAX_TEXT_BYTES));
    }
    return texts;
  }

  private static Set<TerminalRight> rights(DerReader reader, List<String> names)
      throws MalformedInputException {
    Set<TerminalRight> rights = EnumSet.noneOf(TerminalRight.class);
    for (String name : names) {
      rights.add(
          Arrays.stream(TerminalRight.values())
              .filter(right -> right.name().equals(name))
              .findFirst()
              .orElseThrow(() -> reader.malformed("rights", "unknown")));
    }
    return rights;
  }

  private static Outcome outcome(DerReader reader, String id) throws MalformedInputException {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.id().equals(id))
        .findFirst()
        .orElseThrow(() -> reader.malformed("outcome", "unknown"));
  }
}
