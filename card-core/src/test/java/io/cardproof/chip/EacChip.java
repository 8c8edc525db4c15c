package io.cardproof.chip;

import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObjects;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.Evidence;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/**
 * A simulated chip with DG3 and DG4 behind Terminal Authentication, and small files. It is made for
 * one key of Chip Authentication and one access protocol, and then trusts whom a test says.
 */
final class EacChip {
  static final LocalDate CHIP_DATE = LocalDate.of(2026, 11, 10);
  static final Bytes FINGERS = Bytes.ofHex("6303010203");
  static final Bytes IRISES = Bytes.ofHex("7603040506");
  private static final String NUMBER = "C11T002JM";
  private static final String BIRTH = "960812";
  private static final String EXPIRY = "231031";
  private static final String INFORMATION = NUMBER + "4" + BIRTH + "2" + EXPIRY + "4";
  private static final int CARD_ACCESS = 0x011C;

  private final ChipImage.Builder image;
  private final SecurityInfos announced;

  private EacChip(ChipImage.Builder image, SecurityInfos announced) {
    this.image = image;
    this.announced = announced;
  }

  /** How the chip opens. */
  enum AccessBy {
    BAC,
    PACE_ECDH,
    PACE_DH
  }

  static EacChip of(AccessBy access, StandardGroup group) throws Exception {
    AsymmetricCipherKeyPair keys = group.keyPair(new SecureRandom());
    String oid = "0.4.0.127.0.7.2.2.3." + (group.isCurve() ? "2" : "1") + ".2";
    SecurityInfos infos =
        new SecurityInfos()
            .chipAuthentication(oid, OptionalInt.empty())
            .chipKey(PublicKeys.of(keys.getPublic(), KeyForm.EXPLICIT), OptionalInt.empty())
            .terminalAuthentication();
    ChipImage.Builder image =
        ChipImage.builder()
            .mrzKey(INFORMATION)
            .chipAuthentication(keys.getPrivate(), oid, OptionalInt.empty())
            .opensByTerminalRight(FileId.DG3.fid(), TerminalRight.READ_DG3)
            .opensByTerminalRight(FileId.DG4.fid(), TerminalRight.READ_DG4);
    addPace(image, infos, access);
    file(image, FileId.SOD, SecurityObjects.listing(3, 4, 14));
    file(image, FileId.DG14, template(0x6E, Bytes.of(infos.sorted())));
    file(image, FileId.DG3, FINGERS);
    file(image, FileId.DG4, IRISES);
    return new EacChip(image, infos);
  }

  /** A card that trusts these authorities, the current one first. */
  VirtualCard trusting(CvCertificate... authorities) {
    return trusting(CHIP_DATE, authorities);
  }

  synchronized VirtualCard trusting(LocalDate chipDate, CvCertificate... authorities) {
    List<byte[]> trustPoints =
        Arrays.stream(authorities).map(one -> one.encoded().toByteArray()).toList();
    return new VirtualCard(
        image.terminalAuthentication(trustPoints, chipDate).build(), new SecureRandom());
  }

  /** Announces one thing more; TerminalAuthenticationInfo with a place for EF.CVCA, say. */
  void announce(Bytes info) throws Exception {
    ASN1EncodableVector infos = new ASN1EncodableVector();
    infos.add(ASN1Primitive.fromByteArray(info.toByteArray()));
    ASN1Set.getInstance(announced.sorted()).forEach(infos::add);
    Bytes set = Bytes.of(new DLSet(infos).getEncoded());
    file(image, FileId.DG14, template(0x6E, set));
  }

  /** The chip's image, for what a test wants to change. */
  ChipImage.Builder image() {
    return image;
  }

  static Evidence inspect(VirtualCard card, TerminalCredentials credentials, LocalDate today)
      throws InspectionException {
    card.reset();
    Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    Inspection inspection =
        new Inspection(
            new SecureRandom(),
            Clock.fixed(now, ZoneOffset.UTC),
            System::nanoTime,
            Limits.defaults(),
            Policy.COUNTER);
    try (AccessKey key = AccessKey.mrz(NUMBER, BIRTH, EXPIRY)) {
      return inspection.run(
          SimulatedLinks.inProcess(card),
          key,
          InspectionRequest.challenge(Captures.CHALLENGE).terminal(credentials));
    }
  }

  private static void addPace(ChipImage.Builder image, SecurityInfos infos, AccessBy access) {
    if (access == AccessBy.BAC) {
      return;
    }
    boolean elliptic = access == AccessBy.PACE_ECDH;
    String oid = "0.4.0.127.0.7.2.2.4." + (elliptic ? "2" : "1") + ".2";
    int parameterId = elliptic ? 12 : 0;
    image.bac(false).pace(oid, parameterId);
    image.masterFile(CARD_ACCESS, new SecurityInfos().pace(oid, parameterId).sorted());
    infos.pace(oid, parameterId);
  }

  private static void file(ChipImage.Builder image, FileId id, Bytes content) {
    image.file(id.fid(), content.toByteArray());
  }

  private static Bytes template(int tag, Bytes value) {
    return Template.object(tag, value);
  }
}
