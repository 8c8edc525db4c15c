package io.cardproof.simulator.persona;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/** What a set of SecurityInfos announces (ICAO 9303-11 §9.2), as far as a chip needs it. */
final class AnnouncedProtocols {
  private static final ASN1ObjectIdentifier TERMINAL =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.2");
  private static final ASN1ObjectIdentifier CHIP_ECDH =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.3.2");
  private static final ASN1ObjectIdentifier PACE = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.4");
  private static final int PACE_INFO_PARTS = 3;

  private final List<ASN1Sequence> infos;

  private AnnouncedProtocols(List<ASN1Sequence> infos) {
    this.infos = infos;
  }

  static AnnouncedProtocols of(String source, byte[] set) throws IOException {
    try {
      List<ASN1Sequence> infos = new ArrayList<>();
      for (ASN1Encodable info : ASN1Set.getInstance(set)) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(info);
        ASN1ObjectIdentifier.getInstance(sequence.getObjectAt(0));
        infos.add(sequence);
      }
      return new AnnouncedProtocols(infos);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(source + ": not a set of SecurityInfos", e);
    }
  }

  boolean terminalAuthentication() {
    return infos.stream().anyMatch(info -> protocol(info).equals(TERMINAL));
  }

  Optional<String> chipAuthentication() {
    return infos.stream()
        .map(AnnouncedProtocols::protocol)
        .filter(oid -> oid.on(CHIP_ECDH))
        .map(ASN1ObjectIdentifier::getId)
        .findFirst();
  }

  /** The first PACEInfo that names standardized domain parameters. */
  Optional<Document.PaceParameters> pace() {
    return infos.stream()
        .filter(info -> protocol(info).on(PACE) && info.size() == PACE_INFO_PARTS)
        .filter(info -> info.getObjectAt(2) instanceof ASN1Integer)
        .map(
            info ->
                Document.PaceParameters.standardised(
                    protocol(info).getId(), ((ASN1Integer) info.getObjectAt(2)).intValueExact()))
        .findFirst();
  }

  private static ASN1ObjectIdentifier protocol(ASN1Sequence info) {
    return (ASN1ObjectIdentifier) info.getObjectAt(0);
  }
}
