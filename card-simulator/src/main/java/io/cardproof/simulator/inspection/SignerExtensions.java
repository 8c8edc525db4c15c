package io.cardproof.simulator.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Certificates of document signers with an odd extension (ICAO 9303-12 §7.1). */
final class SignerExtensions {
  private static final int EXTENSIONS = 7;

  private SignerExtensions() {}

  static ASN1Sequence withoutAuthority(ASN1Sequence body) {
    return changed(body, Extension.authorityKeyIdentifier, usual -> Optional.empty());
  }

  static ASN1Sequence authorityWithoutKeyIdentifier(ASN1Sequence body) {
    return changed(
        body,
        Extension.authorityKeyIdentifier,
        usual -> Optional.of(extension(usual.getExtnId(), false, new DERSequence())));
  }

  static ASN1Sequence withoutUsage(ASN1Sequence body) {
    return changed(body, Extension.keyUsage, usual -> Optional.empty());
  }

  static ASN1Sequence usageNotCritical(ASN1Sequence body) {
    return changed(
        body,
        Extension.keyUsage,
        usual -> Optional.of(extension(usual.getExtnId(), false, usual.getParsedValue())));
  }

  static ASN1Sequence usageWithoutSignatures(ASN1Sequence body) {
    return changed(
        body,
        Extension.keyUsage,
        usual ->
            Optional.of(
                extension(usual.getExtnId(), true, new KeyUsage(KeyUsage.keyEncipherment))));
  }

  private static ASN1Sequence changed(
      ASN1Sequence body,
      ASN1ObjectIdentifier type,
      Function<Extension, Optional<Extension>> change) {
    ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(body.getObjectAt(EXTENSIONS));
    List<ASN1Encodable> extensions = new ArrayList<>();
    for (ASN1Encodable each : ASN1Sequence.getInstance(tagged, true)) {
      Extension extension = Extension.getInstance(each);
      Optional<Extension> kept =
          extension.getExtnId().equals(type) ? change.apply(extension) : Optional.of(extension);
      kept.ifPresent(extensions::add);
    }
    ASN1Encodable all = new DERSequence(extensions.toArray(new ASN1Encodable[0]));
    return Sequences.with(body, EXTENSIONS, new DERTaggedObject(true, 3, all));
  }

  private static Extension extension(
      ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
    try {
      return Extension.create(type, critical, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
