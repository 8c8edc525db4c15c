package io.cardproof.fuzz;

import io.cardproof.access.AccessKey;
import io.cardproof.conformance.ContentConformance;
import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.BiometricImage;
import io.cardproof.document.CardApplications;
import io.cardproof.document.CardInformation;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.CvcaReferences;
import io.cardproof.document.DisplayedImages;
import io.cardproof.document.DocumentDetails;
import io.cardproof.document.EfCom;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.FileId;
import io.cardproof.document.Mrz;
import io.cardproof.document.PersonToNotify;
import io.cardproof.document.PersonalDetails;
import io.cardproof.document.Portrait;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.Tlv;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.image.ImageDecoder;
import io.cardproof.reader.trace.Trace;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.trust.TrustParsers;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenQr;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every parser of bytes that come from a chip, a file or a person. */
final class FuzzTargets {
  private static final long MEGABYTE = 1 << 20;

  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return Stream.of(trust(), files(), layouts(), messages()).flatMap(List::stream).toList();
  }

  static FuzzTarget named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such target: " + name));
  }

  private static List<FuzzTarget> trust() {
    return TrustParsers.all().entrySet().stream()
        .map(parser -> target(parser.getKey(), 64, parser.getValue()))
        .toList();
  }

  private static List<FuzzTarget> files() {
    return List.of(
        target("tlv", 16, content -> Tlv.row(FileId.DG11, content)),
        target("com", 16, EfCom::parse),
        target("sod", 32, SecurityObject::parse),
        target("card-security", 32, CardSecurity::parse),
        target("security-infos", 32, SecurityInfos::parse),
        target("dg1", 16, Mrz::parseDg1),
        target("dg2", 32, Portrait::parseAll),
        target("dg3", 32, BiometricImage::fingers),
        target("dg4", 32, BiometricImage::irises),
        target("dg5", 32, DisplayedImages::portraits),
        target("dg11", 16, PersonalDetails::parse),
        target("dg12", 16, DocumentDetails::parse),
        target("dg13", 16, CitizenDetails::parse),
        target("dg14", 32, SecurityInfos::forDg14),
        target("dg15", 32, ActiveAuthenticationKey::parseDg15),
        target("dg16", 16, PersonToNotify::parse),
        target("cvca", 16, CvcaReferences::parse),
        target("dir", 16, CardApplications::parse),
        target("atr-info", 16, CardInformation::parse),
        target(
            "image", 512, content -> new ImageDecoder(1 << 16).decode(EncodedImage.of(content))));
  }

  /** The second reader of a file, which says what is not as the standards lay it out. */
  private static List<FuzzTarget> layouts() {
    return List.of(
        target("conformance-sod", 32, file -> ContentConformance.of(SecurityObject.parse(file))),
        layout("conformance-com", FileId.COM),
        layout("conformance-dg1", FileId.DG1),
        layout("conformance-dg2", FileId.DG2),
        layout("conformance-dg3", FileId.DG3),
        layout("conformance-dg4", FileId.DG4),
        layout("conformance-dg14", FileId.DG14),
        layout("conformance-dg15", FileId.DG15),
        layout("conformance-atr-info", FileId.ATR_INFO));
  }

  private static FuzzTarget layout(String name, FileId file) {
    return target(name, 32, content -> ContentConformance.of(file, content));
  }

  private static List<FuzzTarget> messages() {
    return List.of(
        target("secure-messaging", 16, ProtectedResponses::open),
        target("evidence", 32, content -> new EvidenceCodec().decode(content, "fuzz")),
        target("trace", 16, content -> Trace.parse(content, "fuzz")),
        target("cv-certificate", 16, content -> CvCertificate.parse("fuzz", content)),
        target("public-key", 32, EcCurves::publicKey),
        target("algorithm", 16, content -> SignatureScheme.of(content, Optional.of(content))),
        target("qr", 16, content -> CitizenQr.parse(text(content)).accessKey().close()),
        target("mrz", 16, content -> AccessKey.mrzLines(text(content)).close()));
  }

  private static FuzzTarget target(String name, int megabytes, FuzzTarget.Parser parser) {
    return new FuzzTarget(name, megabytes * MEGABYTE, parser);
  }

  private static String text(Bytes content) {
    return new String(content.toByteArray(), StandardCharsets.UTF_8);
  }
}
