package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.time.Period;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What is wrong with certificates that states have issued, each as it was counted on real ones.
 * Defects of the key are those of its {@link SignatureAlgorithm}.
 */
public enum CertificateDefect {
  /** It does not say which key signed it. */
  NO_AUTHORITY_KEY_ID,
  /** Its key has no identifier. */
  NO_SUBJECT_KEY_ID,
  /** Its serial number is below zero. */
  NEGATIVE_SERIAL,
  /** Its serial number is zero. */
  ZERO_SERIAL,
  /** Its serial number has 21 bytes, one more than RFC 5280 §4.1.2.2 allows. */
  LONG_SERIAL,
  /** Its country is written in lower case. */
  LOWER_CASE_COUNTRY,
  /** Its country has three letters, as in the MRZ. */
  THREE_LETTER_COUNTRY,
  /** It names no country. */
  NO_COUNTRY,
  /** Its issuer is written in another string type, in capitals, and with more spaces. */
  ISSUER_WRITTEN_OTHERWISE,
  /** It has no basic constraints. */
  NO_BASIC_CONSTRAINTS,
  /** Its basic constraints are not critical. */
  BASIC_CONSTRAINTS_NOT_CRITICAL,
  /** By its basic constraints it is no authority. */
  NO_AUTHORITY,
  /** By its basic constraints it is an authority. */
  AUTHORITY,
  /** Any number of authorities may follow it. */
  NO_PATH_LENGTH,
  /** One authority may follow it. */
  PATH_LENGTH_ONE,
  /** Two authorities may follow it. */
  PATH_LENGTH_TWO,
  /** It has no key usage. */
  NO_KEY_USAGE,
  /** Its key usage is not critical. */
  KEY_USAGE_NOT_CRITICAL,
  /** By its key usage it signs no certificates. */
  NO_CERTIFICATE_SIGNING,
  /** By its key usage it signs data beside certificates and lists. */
  DATA_SIGNING,
  /** It says that it serves connections. */
  EXTENDED_KEY_USAGE,
  /** It has no alternative names. */
  NO_ALTERNATIVE_NAMES,
  /** It does not say where revocation lists are. */
  NO_CRL_POINTS,
  /** It does not say how long its private key is used. */
  NO_KEY_USAGE_PERIOD,
  /** Its years are written with four digits, long before 2050. */
  FOUR_DIGIT_YEARS,
  /** Its times have no seconds. */
  TIMES_WITHOUT_SECONDS,
  /** Its times are those of a zone an hour east of Greenwich. */
  TIMES_OF_A_ZONE,
  /** Its times have a fraction of a second. */
  TIMES_WITH_FRACTION,
  /** It ends after nine years; an authority lives longer. */
  NINE_YEARS,
  /** It ends after 25 years; an authority does not live so long. */
  TWENTY_FIVE_YEARS,
  /** It says that the name changed, and demands that its reader knows what that means. */
  NAME_CHANGE_CRITICAL,
  /** It demands what nobody knows: nobody may rely on it. */
  UNKNOWN_CRITICAL_EXTENSION,
  /** Its signature is wrong. */
  FORGED_SIGNATURE;

  private static final int LONG_SERIAL_BIT = 160;
  private static final String UNKNOWN = "2.25.31415926535";

  /** Spoils a certificate before it is signed. */
  void applyTo(CertificateDraft draft) {
    switch (this) {
      case NO_AUTHORITY_KEY_ID -> draft.without(Extension.authorityKeyIdentifier);
      case NO_SUBJECT_KEY_ID -> draft.without(Extension.subjectKeyIdentifier);
      case NEGATIVE_SERIAL -> draft.numbered(draft.number().negate());
      case ZERO_SERIAL -> draft.numbered(BigInteger.ZERO);
      case LONG_SERIAL -> draft.numbered(draft.number().setBit(LONG_SERIAL_BIT));
      case LOWER_CASE_COUNTRY -> draft.subject(OddNames::lowerCaseCountry);
      case THREE_LETTER_COUNTRY -> draft.subject(OddNames::longCountry);
      case NO_COUNTRY -> draft.subject(OddNames::withoutCountry);
      case ISSUER_WRITTEN_OTHERWISE -> draft.issuer(OddNames::writtenOtherwise);
      case NO_BASIC_CONSTRAINTS -> draft.without(Extension.basicConstraints);
      case BASIC_CONSTRAINTS_NOT_CRITICAL -> draft.uncritical(Extension.basicConstraints);
      case NO_AUTHORITY -> draft.with(constraints(new BasicConstraints(false)));
      case AUTHORITY, NO_PATH_LENGTH -> draft.with(constraints(new BasicConstraints(true)));
      case PATH_LENGTH_ONE -> draft.with(constraints(new BasicConstraints(1)));
      case PATH_LENGTH_TWO -> draft.with(constraints(new BasicConstraints(2)));
      case NO_KEY_USAGE -> draft.without(Extension.keyUsage);
      case KEY_USAGE_NOT_CRITICAL -> draft.uncritical(Extension.keyUsage);
      case NO_CERTIFICATE_SIGNING -> draft.with(usage(KeyUsage.cRLSign));
      case DATA_SIGNING ->
          draft.with(usage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
      case EXTENDED_KEY_USAGE -> draft.with(connections());
      case NO_ALTERNATIVE_NAMES ->
          draft.without(Extension.subjectAlternativeName).without(Extension.issuerAlternativeName);
      case NO_CRL_POINTS -> draft.without(Extension.cRLDistributionPoints);
      case NO_KEY_USAGE_PERIOD -> draft.without(Extension.privateKeyUsagePeriod);
      case FOUR_DIGIT_YEARS -> draft.times(OddTimes::withFourDigitYear);
      case TIMES_WITHOUT_SECONDS -> draft.times(OddTimes::withoutSeconds);
      case TIMES_OF_A_ZONE -> draft.times(OddTimes::ofAZone);
      case TIMES_WITH_FRACTION -> draft.times(OddTimes::withFraction);
      case NINE_YEARS -> draft.lasting(Period.ofYears(9));
      case TWENTY_FIVE_YEARS -> draft.lasting(Period.ofYears(25));
      case NAME_CHANGE_CRITICAL -> draft.with(CertificateExtensions.criticalNameChange());
      case UNKNOWN_CRITICAL_EXTENSION -> draft.with(unknown());
      case FORGED_SIGNATURE -> draft.forged();
    }
  }

  private static Extension constraints(BasicConstraints value) {
    return CertificateExtensions.extension(Extension.basicConstraints, true, value);
  }

  private static Extension usage(int bits) {
    return CertificateExtensions.keyUsage(bits);
  }

  private static Extension connections() {
    return CertificateExtensions.extension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
  }

  private static Extension unknown() {
    return CertificateExtensions.extension(
        new ASN1ObjectIdentifier(UNKNOWN), true, DERNull.INSTANCE);
  }
}
