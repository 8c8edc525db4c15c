package io.cardproof.simulator.issuer;

import java.time.Period;
import java.util.List;

/**
 * What tells one issuing state from another.
 *
 * @param country two letters, as in certificate names
 * @param state three letters, as in the MRZ and in the alternative names of certificates
 * @param cscaName distinguished name of the country signing CA, attributes in the order of their
 *     encoding
 * @param otherCscaName name of the same state's CA that nobody trusts
 * @param signerName distinguished name of the document signer
 * @param crlUris where certificates say the revocation list is
 * @param siteUris further alternative names of the signers
 * @param certificateUris where document signers say the CA's certificate is
 * @param documentTypes codes of the MRZ that the signer may sign; none: no such extension
 * @param cscaKey how the CA signs
 * @param signerKey how the document signer signs
 * @param fileHash of the files
 * @param digest of what the document signer signs
 * @param signerLife how long the document signer's certificate holds
 */
public record IssuerProfile(
    String country,
    String state,
    String cscaName,
    String otherCscaName,
    String signerName,
    List<String> crlUris,
    List<String> siteUris,
    List<String> certificateUris,
    List<String> documentTypes,
    SignatureAlgorithm cscaKey,
    SignatureAlgorithm signerKey,
    Hash fileHash,
    Hash digest,
    Period signerLife) {

  /** Copies the lists. */
  public IssuerProfile {
    crlUris = List.copyOf(crlUris);
    siteUris = List.copyOf(siteUris);
    certificateUris = List.copyOf(certificateUris);
    documentTypes = List.copyOf(documentTypes);
  }

  /** The citizen card's issuer: P-384 over brainpoolP384r1, as measured on a card of 2021. */
  public static IssuerProfile citizenCard() {
    return new IssuerProfile(
        "VN",
        "VN",
        "C=VN,O=Cardproof TEST Government Information Security,2.5.4.5=001,CN=CSCA Vietnam TEST",
        "C=VN,O=Cardproof TEST Other Commission,2.5.4.5=099,CN=CSCA Vietnam TEST OTHER",
        "C=VN,O=TEST Ministry of Public Security,OU=TEST Police Department for Social Order,"
            + "CN=Document Signer National Identification TEST 00042",
        List.of(
            "http://npkd.example/crl/eid-csca-vietnam-test.crl",
            "http://ca.example/crl/eid-csca-vietnam-test.crl"),
        List.of("http://npkd.example/csca"),
        List.of("http://ca.example/crt/eid-csca-vietnam-test.crt"),
        List.of(),
        SignatureAlgorithm.ecdsa(StandardGroup.SECP384R1, Hash.SHA_384),
        SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P384R1, Hash.SHA_256),
        Hash.SHA_256,
        Hash.SHA_256,
        Period.ofYears(22));
  }

  /** The State of Utopia, ICAO's specimen country: RSA throughout. */
  public static IssuerProfile utopia() {
    return utopia(
        SignatureAlgorithm.rsaPss(3072, Hash.SHA_256),
        SignatureAlgorithm.rsaPss(2048, Hash.SHA_256),
        Hash.SHA_256,
        List.of("P"));
  }

  /** The State of Utopia with algorithms and document types of your choice. */
  public static IssuerProfile utopia(
      SignatureAlgorithm cscaKey,
      SignatureAlgorithm signerKey,
      Hash hash,
      List<String> documentTypes) {
    return new IssuerProfile(
        "UT",
        "UTO",
        "C=UT,O=Cardproof TEST State of Utopia,CN=CSCA Utopia TEST",
        "C=UT,O=Cardproof TEST Other State of Utopia,CN=CSCA Utopia TEST OTHER",
        "C=UT,O=Cardproof TEST State of Utopia,CN=Document Signer Passport TEST 007",
        List.of("http://crl.example/utopia-test.crl"),
        List.of(),
        List.of(),
        documentTypes,
        cscaKey,
        signerKey,
        hash,
        hash,
        Period.ofYears(10).plusMonths(4));
  }

  /** The same issuer, signing in another way. */
  public IssuerProfile signing(SignatureAlgorithm csca, SignatureAlgorithm signer) {
    return with(csca, signer, fileHash, digest);
  }

  /** The same issuer with other hashes. */
  public IssuerProfile hashing(Hash ofFiles, Hash ofTheSigner) {
    return with(cscaKey, signerKey, ofFiles, ofTheSigner);
  }

  private IssuerProfile with(
      SignatureAlgorithm csca, SignatureAlgorithm signer, Hash ofFiles, Hash ofTheSigner) {
    return new IssuerProfile(
        country,
        state,
        cscaName,
        otherCscaName,
        signerName,
        crlUris,
        siteUris,
        certificateUris,
        documentTypes,
        csca,
        signer,
        ofFiles,
        ofTheSigner,
        signerLife);
  }
}
