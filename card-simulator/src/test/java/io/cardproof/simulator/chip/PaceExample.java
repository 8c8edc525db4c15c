package io.cardproof.simulator.chip;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.tlv.DataObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** A worked example of PACE in the shared data; the two standards name the sides differently. */
final class PaceExample {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final JsonNode values;

  private PaceExample(JsonNode values) {
    this.values = values;
  }

  static PaceExample of(String name) throws IOException {
    return new PaceExample(SharedData.json("icao-9303-11/" + name + ".json"));
  }

  String oid() {
    byte[] encoded = DataObject.encode(0x06, hex("", "protocol_OID"));
    return ASN1ObjectIdentifier.getInstance(encoded).getId();
  }

  PaceProfile profile() {
    return PaceProfile.of(oid(), values.get("parameterId").asInt());
  }

  boolean isMrz() {
    return "MRZ".equals(values.get("password").path("type").asText());
  }

  /** Examples that name no password have the key of 123456. */
  byte[] password() {
    return isMrz()
        ? BasicAccess.hashOf(text("password", "MRZ_information"))
        : "123456".getBytes(StandardCharsets.US_ASCII);
  }

  String passwordReference() {
    if (isMrz()) {
      return "01";
    }
    return "PIN".equals(values.get("password").path("type").asText()) ? "03" : "02";
  }

  /** A chip that knows the example's password and draws its numbers. */
  VirtualCard card(String... drawn) {
    ChipImage.Builder image =
        ChipImage.builder().pace(oid(), values.get("parameterId").asInt()).can("123456");
    image.pin("123456", 3);
    if (isMrz()) {
      image.mrzKey(text("password", "MRZ_information"));
    }
    find("computed_not_in_standard", "SK_IC")
        .ifPresent(key -> image.chipAuthenticationMapping(ec(key)));
    return new VirtualCard(image.build(), new ScriptedRandomness(drawn));
  }

  ECPrivateKeyParameters ec(String key) {
    return new ECPrivateKeyParameters(
        new BigInteger(key, 16), ((CurveGroup) profile().group()).curve());
  }

  boolean has(String section, String field) {
    return find(section, field).isPresent();
  }

  /** A value, whatever the standard calls its side: IC is also PICC, IFD also PCD. */
  String text(String section, String field) {
    return find(section, field)
        .orElseThrow(() -> new AssertionError("no " + field + " in " + section));
  }

  byte[] hex(String section, String field) {
    return HEX.parseHex(text(section, field));
  }

  JsonNode apdus() {
    return values.path("apdus");
  }

  private Optional<String> find(String section, String field) {
    JsonNode in = section.isEmpty() ? values : values.path(section);
    String other = field.replace("IFD", "PCD").replace("IC", "PICC");
    for (String name :
        new String[] {field, other, other.replace("DH_", ""), other.replace("KS_", "K_")}) {
      if (in.hasNonNull(name)) {
        return Optional.of(in.get(name).asText().toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
