package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** Simulated chips that open by PACE and hold one small file. */
final class PaceChips {
  static final Bytes FILE = Bytes.ofHex("7704FACE0FF0");
  static final String CAN = "650012";
  static final String PIN = "123456";
  static final String PUK = "9876543210";
  static final String MRZ_INFORMATION = "T22000129364081251010318";
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";

  private final ChipImage.Builder image;
  private final List<ASN1Encodable> infos = new ArrayList<>();

  private PaceChips(ChipImage.Builder image) {
    this.image = image;
  }

  static PaceChips chip() {
    return new PaceChips(
        ChipImage.builder()
            .mrzKey(MRZ_INFORMATION)
            .can(CAN)
            .pin(PIN, 3)
            .puk(PUK, 10)
            .file(0x011D, FILE.toByteArray()));
  }

  static AccessKey key(AccessKey.Kind kind) throws MalformedInputException {
    return switch (kind) {
      case MRZ -> AccessKey.mrz("T22000129", "640812", "101031");
      case CAN -> AccessKey.can(CAN);
      case PIN -> AccessKey.pin(PIN);
      case PUK -> AccessKey.puk(PUK);
    };
  }

  /** Offers {@code variant}, such as {@code 2.2}, under standardised domain parameters. */
  PaceChips pace(String variant, int parameterId) {
    image.pace(PACE + variant, parameterId);
    return info(variant, parameterId);
  }

  /** Offers {@code variant} under domain parameters that the chip spells out. */
  PaceChips pace(String variant, int reference, AlgorithmIdentifier parameters) throws IOException {
    image.pace(PACE + variant, reference, parameters.getEncoded());
    info(variant, reference);
    infos.add(
        sequence(
            new ASN1ObjectIdentifier(PACE + variant.substring(0, 1)),
            parameters,
            new ASN1Integer(reference)));
    return this;
  }

  /** Announces what the chip does not speak. */
  PaceChips info(String variant, int parameterId) {
    infos.add(
        sequence(
            new ASN1ObjectIdentifier(PACE + variant),
            new ASN1Integer(2),
            new ASN1Integer(parameterId)));
    return this;
  }

  PaceChips add(ASN1Encodable info) {
    infos.add(info);
    return this;
  }

  PaceChips mappingKey(ECPrivateKeyParameters key, Bytes cardSecurity) {
    image.chipAuthenticationMapping(key).masterFile(0x011D, cardSecurity.toByteArray());
    return this;
  }

  ChipImage.Builder with() {
    return image;
  }

  ChipImage build() throws IOException {
    // A set as the chip orders it: the order is part of what is tested.
    byte[] cardAccess = new DLSet(infos.toArray(ASN1Encodable[]::new)).getEncoded();
    return image.masterFile(0x011C, cardAccess).build();
  }

  static ASN1Encodable sequence(ASN1Encodable... parts) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    for (ASN1Encodable part : parts) {
      vector.add(part);
    }
    return new DERSequence(vector);
  }

  static BigInteger number(long value) {
    return BigInteger.valueOf(value);
  }
}
