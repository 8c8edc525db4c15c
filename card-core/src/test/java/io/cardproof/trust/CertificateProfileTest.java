package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.simulator.issuer.CertificateDefect;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.RandomSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303-12 §7.1: each departure from the profile is named, and nothing beside it")
class CertificateProfileTest {
  @ParameterizedTest(name = "{0}: authority {1}, document signer {2}")
  @CsvSource({
    "NO_AUTHORITY_KEY_ID, '', NO_AUTHORITY_KEY_ID",
    "NO_SUBJECT_KEY_ID, NO_SUBJECT_KEY_ID, ''",
    "NEGATIVE_SERIAL, SERIAL_NOT_POSITIVE, SERIAL_NOT_POSITIVE",
    "ZERO_SERIAL, SERIAL_NOT_POSITIVE, SERIAL_NOT_POSITIVE",
    "LONG_SERIAL, SERIAL_TOO_LONG, SERIAL_TOO_LONG",
    "LOWER_CASE_COUNTRY, COUNTRY_LOWER_CASE, COUNTRY_LOWER_CASE",
    "THREE_LETTER_COUNTRY, COUNTRY_LENGTH, COUNTRY_LENGTH COUNTRY_DIFFERS",
    "NO_COUNTRY, NO_COUNTRY NO_ISSUER_COUNTRY, NO_COUNTRY",
    "ISSUER_WRITTEN_OTHERWISE, '', ''",
    "NO_BASIC_CONSTRAINTS, NO_BASIC_CONSTRAINTS, ''",
    "BASIC_CONSTRAINTS_NOT_CRITICAL, CONSTRAINTS_NOT_CRITICAL, ''",
    "NO_AUTHORITY, NOT_AN_AUTHORITY, BASIC_CONSTRAINTS",
    "NO_PATH_LENGTH, PATH_LENGTH, BASIC_CONSTRAINTS",
    "PATH_LENGTH_ONE, PATH_LENGTH, BASIC_CONSTRAINTS",
    "NO_KEY_USAGE, NO_KEY_USAGE, NO_KEY_USAGE",
    "KEY_USAGE_NOT_CRITICAL, KEY_USAGE_NOT_CRITICAL, KEY_USAGE_NOT_CRITICAL",
    "NO_CERTIFICATE_SIGNING, KEY_USAGE_WITHOUT_CERTIFICATES, KEY_USAGE_MORE_THAN_SIGNATURES",
    "DATA_SIGNING, KEY_USAGE_BEYOND, KEY_USAGE_MORE_THAN_SIGNATURES",
    "EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE",
    "FOUR_DIGIT_YEARS, TIME_FORM, TIME_FORM",
    "UNKNOWN_CRITICAL_EXTENSION, UNKNOWN_CRITICAL_EXTENSION, ''",
    "FORGED_SIGNATURE, '', ''",
  })
  void names(CertificateDefect defect, String ofAuthority, String ofSigner) {
    CountrySigner authority = SimulatedIssuer.country(Set.of(defect), RandomSource.seeded(1));
    assertEquals(
        defects(ofAuthority),
        CertificateProfile.ofAuthority(SimulatedIssuer.view(authority.certificate())));
    Certificate signer =
        SimulatedIssuer.country()
            .documentSigner("test", Set.of(defect), RandomSource.seeded(2))
            .certificate();
    assertEquals(
        defects(ofSigner), CertificateProfile.ofDocumentSigner(SimulatedIssuer.view(signer)));
  }

  private static Set<ProfileDefect> defects(String names) {
    return Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(ProfileDefect::valueOf)
        .collect(Collectors.toSet());
  }
}
