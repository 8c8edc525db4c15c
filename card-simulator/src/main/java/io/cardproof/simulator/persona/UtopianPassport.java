package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.ChipKeys;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A passport as chips of 2010 were: BAC, Active Authentication, no PACE, no CA. */
final class UtopianPassport implements Persona {
  private static final String STATE = "UTO";
  private static final int PORTRAIT_BYTES = 14_847;
  private static final int AA_BITS = 1024;
  private static final int YEARS_VALID = 10;
  private static final Look LOOK = new Look(Look.Hair.LONG, 0x7A4B2A, 0x6B4A70, 0xDAD6CC);

  @Override
  public String name() {
    return "passport-2010";
  }

  @Override
  public String summary() {
    return "Passport of Utopia, BAC only, AA with RSA; no CA, no QR";
  }

  @Override
  public IssuerProfile issuer() {
    return IssuerProfile.utopia();
  }

  @Override
  public LocalDate expiry(LocalDate today) {
    return issue(today).plusYears(YEARS_VALID);
  }

  @Override
  public Instant signing(LocalDate today) {
    return CardLife.signing(issue(today));
  }

  @Override
  public List<Integer> announced() {
    return List.of(1, 2, 15);
  }

  @Override
  public Document document(LocalDate today, RandomSource random) {
    List<String> mrz = mrz(today);
    KeyPair aa = ChipKeys.rsa(AA_BITS, random.named("active-authentication"));
    long grain = random.named("portrait").nextLong();
    byte[] jpeg = JpegFile.ofSize(Portrait.paint(LOOK, grain), PORTRAIT_BYTES);
    return Document.builder()
        .dataGroup(1, DataGroups.dg1(mrz))
        .dataGroup(2, FaceFile.around(jpeg))
        .dataGroup(15, DataGroups.dg15(aa.getPublic()))
        .mrz(mrz)
        .bac()
        .activeAuthentication((RSAPrivateKey) aa.getPrivate())
        .build();
  }

  private List<String> mrz(LocalDate today) {
    LocalDate birth = LocalDate.of(today.getYear() - 44, 4, 23);
    return Mrz.passport(
        STATE, "X00TEST01", Mrz.names("Specimen", "Nora Test"), birth, "F", expiry(today));
  }

  private static LocalDate issue(LocalDate today) {
    return today.minusYears(3).withDayOfMonth(15);
  }
}
