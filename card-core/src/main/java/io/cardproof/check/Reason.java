package io.cardproof.check;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why a check did not pass. The list is closed and append-only; programs use {@link #id()}. */
public enum Reason {
  /** The chip has no security object, or it was not read. */
  SECURITY_OBJECT_MISSING,
  /** The security object does not parse, ICAO 9303-10 §4.6.2. */
  SECURITY_OBJECT_MALFORMED,
  /** The signature over the security object is wrong. */
  SIGNATURE_INVALID,
  /** The signed digest is not that of the hash list. */
  MESSAGE_DIGEST_MISMATCH,
  /** The security object does not hold the certificate of its signer. */
  SIGNER_CERTIFICATE_MISSING,
  /** A signature or digest algorithm that this library does not know. */
  ALGORITHM_UNSUPPORTED,
  /** An algorithm or key below the floor. */
  ALGORITHM_TOO_WEAK,
  /** A public key that is not on a known curve, or is otherwise unusable. */
  KEY_UNUSABLE,
  /** No trusted country signer fits: add the one of the issuing state to the trust store. */
  CSCA_UNKNOWN,
  /** The trusted country signer that the signer names did not sign it. */
  SIGNER_SIGNATURE_INVALID,
  /** The signer's certificate belongs to a country signer or a list signer. */
  SIGNER_NOT_A_DOCUMENT_SIGNER,
  /** The signer's certificate has a critical extension that nobody knows. */
  CRITICAL_EXTENSION_UNKNOWN,
  /** The signer was not valid when it signed. */
  SIGNER_NOT_VALID,
  /** The country signer was not valid when the signer was issued. */
  CSCA_NOT_VALID,
  /** The signer's certificate is revoked. */
  SIGNER_REVOKED,
  /** There is no fresh revocation list of the country signer. */
  REVOCATION_UNKNOWN,
  /** The check needs another that did not pass. */
  NOT_REACHED,
  /** The file's content is not what its issuer signed. */
  HASH_MISMATCH,
  /** The chip did not give a file that its security object lists. */
  FILE_NOT_READ,
  /** The file opens only to authorised terminals, ICAO 9303-11 §7.1. */
  TERMINAL_AUTHENTICATION_NEEDED,
  /** The security object does not list a file without which there is no holder. */
  FILE_NOT_LISTED,
  /** The file is listed and this library does not need it. */
  FILE_NOT_REQUIRED,
  /** The file is as signed, and does not parse. */
  FILE_MALFORMED,
  /** The chip answers, but not with the key of the document: it is a copy. */
  CLONE_SUSPECTED,
  /** The chip refused a proof that the document announces. */
  CHIP_PROOF_REFUSED,
  /** The document announces a proof of the chip, and none was obtained. */
  CHIP_PROOF_NOT_OBTAINED,
  /** The document has nothing that proves the chip. */
  CHIP_PROOF_NONE,
  /** The document does not announce this proof. */
  NOT_ANNOUNCED,
  /** The proof is for a key that the security object does not cover. */
  KEY_NOT_COVERED,
  /** The chip signed another challenge than the one that was expected. */
  CHALLENGE_MISMATCH,
  /** The caller demands a proof over its own challenge, and there is none. */
  PRESENCE_NOT_PROVEN,
  /** The document announces PACE, and BAC was used. */
  PACE_NOT_USED,
  /** EF.CardAccess is not what the signed DG14 says. */
  CARD_ACCESS_MISMATCH,
  /** The signer's country is not the state that issued the document. */
  ISSUER_MISMATCH,
  /** A check digit of the machine readable zone is wrong. */
  CHECK_DIGIT_WRONG,
  /** DG13 is about another person or card than DG1. */
  DG13_MISMATCH,
  /** What was presented is of another person or card than the chip. */
  PRESENTED_DATA_MISMATCH,
  /** Nothing was presented that could be compared. */
  NOTHING_PRESENTED,
  /** The document is past its date. */
  EXPIRED,
  /** The document's date of expiry cannot be read. */
  EXPIRY_UNREADABLE,
  /** The transcript of the chip's proof does not belong to the key of this document. */
  TRANSCRIPT_INVALID,
  /** What was presented cannot be read. */
  PRESENTED_DATA_UNREADABLE,
  /** The check could not be carried out because of an inner error. */
  INTERNAL_ERROR,
  /** The chip opened without any access control. */
  NO_ACCESS_CONTROL,
  /** BAC was used, and the policy wants PACE. */
  BASIC_ACCESS_USED,
  /** The document announces a stronger proof of its chip than the one that passed. */
  WEAKER_PROOF_USED,
  /** A signed announcement of a chip's proof does not parse. */
  SECURITY_INFO_MALFORMED,
  /** A signed announcement contradicts the key that it is for. */
  SECURITY_INFO_INCONSISTENT,
  /** The document announces a proof in a version that the standard does not have. */
  PROTOCOL_VERSION_UNKNOWN,
  /** The signed files announce a proof and hold no key that fits it. */
  CHIP_KEY_MISSING,
  /** The chip's answer is no signature of this kind: another length, or an unknown trailer. */
  SIGNATURE_MALFORMED,
  /** PACE with Chip Authentication Mapping ended without the chip's data. */
  CAM_DATA_MISSING,
  /** The chip's data for Chip Authentication Mapping are no number of its group. */
  CAM_DATA_MALFORMED,
  /** The chip has no EF.CardSecurity, or it was not read. */
  CARD_SECURITY_MISSING,
  /** EF.CardSecurity does not parse, ICAO 9303-11 §9.2.11. */
  CARD_SECURITY_MALFORMED,
  /** The operator distrusts the signer's certificate or its key. */
  SIGNER_DISTRUSTED,
  /** The operator distrusts the country signer, or a link, that certified the signer. */
  CSCA_DISTRUSTED,
  /** More than two link certificates stand between the signer and a trusted country signer. */
  CSCA_LINK_TOO_LONG,
  /** A link certificate may not certify others: by its constraints, key usage or extensions. */
  CSCA_LINK_UNSUITABLE,
  /** The trusted country signer that a link certificate names did not sign the link. */
  CSCA_LINK_BROKEN,
  /** A link certificate between signer and country signer, or the country signer, is revoked. */
  CSCA_REVOKED,
  /** Looking for the country signer would have cost too many signatures. */
  PATH_TOO_COSTLY,
  /** The policy does not look at revocation lists. */
  REVOCATION_NOT_CHECKED,
  /** The key's explicit parameters are those of a known curve but for the generator. */
  CURVE_PARAMETERS_FORGED,
  /** EF.CVCA, which names whom the chip trusts, was not read, or names nobody. */
  TERMINAL_AUTHORITY_UNKNOWN,
  /** EF.CVCA is not where the signed DG14 says, or not under both of the names given there. */
  TERMINAL_AUTHORITY_MISPLACED,
  /** The chip does not know the authority that its own EF.CVCA names. */
  TERMINAL_AUTHORITY_REFUSED,
  /** No certificates lead from an authority of the chip to the terminal: get them. */
  TERMINAL_CERTIFICATE_MISSING,
  /** A certificate of the terminal was not signed by its issuer: get it anew. */
  TERMINAL_CERTIFICATE_INVALID,
  /** The chip refused a certificate that is past its date: get a new one. */
  TERMINAL_CERTIFICATE_EXPIRED,
  /** The chip refused a certificate of the terminal. */
  TERMINAL_CERTIFICATE_REFUSED,
  /** The terminal's key is not that of its certificate: take the right one. */
  TERMINAL_KEY_MISMATCH,
  /** The terminal's key did not sign. */
  TERMINAL_KEY_UNUSABLE,
  /** The chip gave the terminal no challenge, or one of a wrong length. */
  TERMINAL_CHALLENGE_INVALID,
  /** The chip refused the terminal's name or signature. */
  TERMINAL_REFUSED,
  /** A file begins with another tag than its own. */
  FILE_TAG_WRONG,
  /** The length of a file's outermost object is not that of its content. */
  FILE_LENGTH_WRONG,
  /** EF.COM does not name the version of its layout. */
  LDS_VERSION_MISSING,
  /** EF.COM names a version of the layout that does not exist. */
  LDS_VERSION_UNKNOWN,
  /** EF.COM does not name its version of Unicode. */
  UNICODE_VERSION_MISSING,
  /** EF.COM names another version of Unicode than the standard. */
  UNICODE_VERSION_UNKNOWN,
  /** EF.COM has no list of data groups. */
  COM_LIST_MISSING,
  /** EF.COM lists other data groups than the security object. */
  COM_DIFFERS,
  /** DG1 has no machine readable zone. */
  MRZ_MISSING,
  /** The machine readable zone begins with the code of no kind of document. */
  MRZ_DOCUMENT_CODE_UNKNOWN,
  /** The issuing state is no code of letters. */
  MRZ_ISSUING_STATE_MALFORMED,
  /** The nationality is no code of letters. */
  MRZ_NATIONALITY_MALFORMED,
  /** The machine readable zone has no name. */
  MRZ_NAME_MISSING,
  /** The birth date has more than digits and unknown parts. */
  MRZ_BIRTH_DATE_MALFORMED,
  /** No calendar has the birth date. */
  MRZ_BIRTH_DATE_IMPOSSIBLE,
  /** The sex is neither M, F nor open. */
  MRZ_SEX_INVALID,
  /** The date of expiry has more than digits. */
  MRZ_EXPIRY_MALFORMED,
  /** No calendar has the date of expiry. */
  MRZ_EXPIRY_IMPOSSIBLE,
  /** A biometric file does not say how many templates it has. */
  BIOMETRIC_COUNT_MISSING,
  /** A biometric file has another number of templates than it says. */
  BIOMETRIC_COUNT_WRONG,
  /** A biometric template has no header. */
  BIOMETRIC_HEADER_MISSING,
  /** A biometric header does not name the owner of its format. */
  BIOMETRIC_OWNER_MISSING,
  /** A biometric header names another owner of its format than ICAO 9303-10 allows. */
  BIOMETRIC_OWNER_UNKNOWN,
  /** A biometric header does not name its format. */
  BIOMETRIC_FORMAT_MISSING,
  /** A biometric header names a format that does not belong into this file. */
  BIOMETRIC_FORMAT_UNKNOWN,
  /** A biometric header is of another feature than its file. */
  BIOMETRIC_TYPE_WRONG,
  /** A biometric header does not say which finger or eye it is. */
  BIOMETRIC_SUBTYPE_MISSING,
  /** A biometric header names a finger or eye that nobody has. */
  BIOMETRIC_SUBTYPE_INVALID,
  /** A biometric template has no data block. */
  BIOMETRIC_DATA_MISSING,
  /** A biometric record does not begin with the mark of its format. */
  RECORD_FORMAT_WRONG,
  /** A biometric record is of another version than ICAO 9303-10 names. */
  RECORD_VERSION_UNKNOWN,
  /** The lengths in a biometric record contradict each other or its size. */
  RECORD_LENGTH_WRONG,
  /** A face record has a reserved value for the sex. */
  FACE_SEX_RESERVED,
  /** A face record has a reserved value for the colour of the eyes. */
  FACE_EYE_COLOUR_RESERVED,
  /** A face record has a reserved value for the colour of the hair. */
  FACE_HAIR_COLOUR_RESERVED,
  /** A face record has a pose angle that is none. */
  FACE_POSE_OUT_OF_RANGE,
  /** A face record has an uncertainty of a pose angle that is none. */
  FACE_POSE_UNCERTAINTY_OUT_OF_RANGE,
  /** A face record has a reserved value for the kind of its image. */
  FACE_IMAGE_KIND_RESERVED,
  /** A biometric record has a reserved value for the coding of its image. */
  IMAGE_CODING_RESERVED,
  /** A biometric record announces an image without width or height. */
  IMAGE_SIZE_ZERO,
  /** A biometric record ends where its image should begin. */
  IMAGE_MISSING,
  /** A broken algorithm: MD5 or one of its like, which no document may use. */
  ALGORITHM_NOT_ALLOWED,
  /** A certificate names one signature algorithm inside and another outside. */
  CERTIFICATE_ALGORITHMS_DIFFER,
  /** The version of signed data is not the one for what they hold. */
  SIGNED_DATA_VERSION_WRONG,
  /** Signed data do not list the digest algorithm of their signer. */
  DIGEST_NOT_ANNOUNCED,
  /** The version of a signer is not the one for how it is named. */
  SIGNER_VERSION_WRONG,
  /** No certificate of the file has the name by which its signer is named. */
  SIGNER_NAME_MISMATCH,
  /** The version of the security object does not fit what it says of the LDS. */
  LDS_OBJECT_VERSION_WRONG,
  /** The signer's certificate writes its validity in the form for other years. */
  CERTIFICATE_TIME_FORM_WRONG,
  /** The signer's certificate does not say what its key is for. */
  KEY_USAGE_MISSING,
  /** The signer's certificate says what its key is for, and may be misread. */
  KEY_USAGE_NOT_CRITICAL,
  /** The signer's certificate does not identify the key that signed it. */
  AUTHORITY_KEY_MISSING,
  /** The signer's certificate names its issuer without a country. */
  ISSUER_COUNTRY_MISSING,
  /** The signer's certificate names another issuer than the country signer that signed it. */
  ISSUER_NAME_MISMATCH,
  /** EF.ATR/INFO does not say the two lengths that commands and answers may have. */
  EXTENDED_LENGTH_MALFORMED,
  /** EF.ATR/INFO offers extended length and does not say how much. */
  EXTENDED_LENGTH_MISSING,
  /** The machine readable zone that was presented has another name than DG1. */
  PRESENTED_NAME_DIFFERS;

  // What nobody can judge is open; everything else that is wrong with a signature is a broken rule.
  private static final Set<Reason> OPEN =
      EnumSet.of(
          CSCA_UNKNOWN,
          ALGORITHM_UNSUPPORTED,
          ALGORITHM_TOO_WEAK,
          KEY_UNUSABLE,
          CSCA_LINK_TOO_LONG,
          CSCA_LINK_UNSUITABLE,
          CSCA_LINK_BROKEN,
          PATH_TOO_COSTLY);

  /** Whether nobody can judge a signature or a path for this reason: it proves nothing wrong. */
  public boolean leavesOpen() {
    return OPEN.contains(this);
  }

  /** The stable name for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
