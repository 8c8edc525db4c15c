package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a state says of documents that it issued with faults, ICAO 9303-12 §10.
 *
 * @param source the name of the file
 * @param country the list signer's country in upper case, if it names one
 * @param pinning who vouches for the list
 * @param signed when the list says that it was signed
 * @param deviations the faults, in the order of the list
 */
public record DeviationList(
    String source,
    Optional<String> country,
    Provenance.Pinning pinning,
    Optional<Instant> signed,
    List<Deviation> deviations) {
  /** Copies the list. */
  public DeviationList {
    deviations = List.copyOf(deviations);
  }

  /**
   * One fault, and the documents that have it. What is empty does not restrict them.
   *
   * @param documentType the document code of the MRZ
   * @param signer the document signer
   * @param issued the period of issue
   * @param documentNumbers the numbers of documents; empty for all
   * @param descriptions what is wrong with them
   */
  public record Deviation(
      Optional<String> documentType,
      Optional<SignerId> signer,
      Optional<Period> issued,
      List<String> documentNumbers,
      List<Description> descriptions) {
    /** Copies the lists. */
    public Deviation {
      documentNumbers = List.copyOf(documentNumbers);
      descriptions = List.copyOf(descriptions);
    }

    @Override
    public String toString() {
      return "Deviation[" + descriptions + "]";
    }
  }

  /** First and last day of issue. */
  public record Period(Instant first, Instant last) {}

  /**
   * What is wrong.
   *
   * @param type the object identifier, under 2.23.136.1.1.7
   * @param text the state's words; foreign text
   */
  public record Description(String type, Optional<String> text) {}

  /** Which document signer is meant. */
  public sealed interface SignerId {
    /** By issuer, in normalised form, and serial number. */
    record IssuerAndSerial(String issuer, BigInteger serialNumber) implements SignerId {}

    /** By the subject key identifier. */
    record KeyId(Bytes keyId) implements SignerId {}

    /** By a digest of the certificate, made with the list's algorithm (an object identifier). */
    record Digest(String algorithm, Bytes digest) implements SignerId {}
  }
}
