package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.ChipKeys;
import io.cardproof.simulator.issuer.CitizenFile;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/** The Vietnamese citizen card, with the sizes and encodings measured on a card of 2021. */
final class CitizenCard implements Persona {
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter IN_QR =
      DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT);
  private static final int PORTRAIT_BYTES = 14_847;
  private static final int AA_BITS = 2048;
  private static final int CAN_DIGITS = 6;
  private static final int SERIAL_BYTES = 8;

  private final Generation generation;
  private final Citizen citizen;

  private CitizenCard(Generation generation, Citizen citizen) {
    this.generation = generation;
    this.citizen = citizen;
  }

  static CitizenCard of2021() {
    return new CitizenCard(Generation.CCCD_2021, Citizens.of2021());
  }

  static CitizenCard of2024() {
    return new CitizenCard(Generation.CCCD_2024, Citizens.of2024());
  }

  @Override
  public String name() {
    return generation.id();
  }

  @Override
  public String summary() {
    return generation.summary();
  }

  @Override
  public IssuerProfile issuer() {
    return IssuerProfile.citizenCard();
  }

  @Override
  public LocalDate expiry(LocalDate today) {
    return CardLife.expiry(citizen.birth(today), generation.issue(today));
  }

  @Override
  public Instant signing(LocalDate today) {
    return CardLife.signing(generation.issue(today));
  }

  @Override
  public Document document(LocalDate today, RandomSource random) {
    List<String> mrz = mrz(today);
    AsymmetricCipherKeyPair ca =
        StandardGroup.BRAINPOOL_P256R1.keyPair(random.named("chip-authentication"));
    SecurityInfos withKey =
        announcement()
            .chipKey(PublicKeys.of(ca.getPublic(), KeyForm.EXPLICIT), OptionalInt.empty());
    KeyPair aa = ChipKeys.rsa(AA_BITS, random.named("active-authentication"));
    long grain = random.named("portrait").nextLong();
    byte[] jpeg = JpegFile.ofSize(Portrait.paint(citizen.face(), grain), PORTRAIT_BYTES);
    String number = citizen.number(today);
    return Document.builder()
        .masterFile(Document.CARD_ACCESS, announcement().sorted())
        .dataGroup(1, DataGroups.dg1(mrz))
        .dataGroup(2, FaceFile.around(jpeg))
        .dataGroup(3, DataGroups.dg3(random.named("fingers")))
        .lockedDataGroup(3)
        .dataGroup(13, details(today, random.named("card-serial")))
        .dataGroup(14, DataGroups.dg14(withKey.sorted()))
        .dataGroup(15, DataGroups.dg15(aa.getPublic().getEncoded()))
        .file(Document.COM, DataGroups.com(List.of(1, 2, 3, 13, 15, 14)))
        .mrz(mrz)
        .can(number.substring(number.length() - CAN_DIGITS))
        .qr(qr(today))
        .bac()
        .pace(
            Document.PaceParameters.standardised(
                SecurityInfos.PACE_ECDH_GM_AES_128, StandardGroup.BRAINPOOL_P256R1.parameterId()))
        .chipAuthentication(
            new Document.ChipAuthenticationPart(
                ca.getPrivate(), SecurityInfos.CA_ECDH_AES_128, OptionalInt.empty()))
        .activeAuthentication(ActiveAuthenticationPart.rsa(aa.getPrivate()))
        .build();
  }

  /** 54 bytes in EF.CardAccess; DG14 has the key besides. */
  private static SecurityInfos announcement() {
    return new SecurityInfos()
        .terminalAuthentication()
        .chipAuthentication(SecurityInfos.CA_ECDH_AES_128, OptionalInt.empty())
        .pace(SecurityInfos.PACE_ECDH_GM_AES_128, StandardGroup.BRAINPOOL_P256R1.parameterId());
  }

  private List<String> mrz(LocalDate today) {
    return Mrz.citizenCard(
        citizen.number(today),
        Mrz.names(citizen.surname(), citizen.givenNames()),
        citizen.birth(today),
        citizen.sex(),
        expiry(today));
  }

  private byte[] details(LocalDate today, SecureRandom random) {
    List<String> first =
        List.of(
            citizen.number(today),
            citizen.fullName(),
            PRINTED.format(citizen.birth(today)),
            citizen.sexInVietnamese(),
            "Việt Nam",
            "Kinh",
            "Không",
            citizen.origin(),
            generation.onChip(citizen.residence()),
            citizen.marks(),
            generation.onChip(PRINTED.format(generation.issue(today))),
            PRINTED.format(expiry(today)));
    return CitizenFile.of(
        first, citizen.parents(), citizen.spouses(), List.of(citizen.oldNumber(), serial(random)));
  }

  private static String serial(SecureRandom random) {
    byte[] bytes = new byte[SERIAL_BYTES];
    random.nextBytes(bytes);
    return java.util.HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private String qr(LocalDate today) {
    String fields =
        String.join(
            "|",
            citizen.number(today),
            citizen.oldNumber(),
            citizen.fullName(),
            IN_QR.format(citizen.birth(today)),
            citizen.sexInVietnamese(),
            citizen.residence(),
            IN_QR.format(generation.issue(today)));
    return fields + generation.endOfQr();
  }
}
