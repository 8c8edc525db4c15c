package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.StandardGroup;

/** How a chip does Active Authentication (ICAO 9303-11 §6.1). */
public sealed interface ActiveAuthenticationVariant {

  /**
   * RSA with ISO/IEC 9796-2; DG14 says nothing about it.
   *
   * @param bits of the modulus, a multiple of 8
   * @param hash of the message
   * @param trailer whether the signature names the hash
   */
  record Rsa(int bits, Hash hash, SignatureTrailer trailer)
      implements ActiveAuthenticationVariant {}

  /**
   * ECDSA.
   *
   * @param hash of the challenge, in ActiveAuthenticationInfo
   * @param signatureForm how the two numbers travel
   * @param keyForm how DG15 describes the curve
   * @param announcement whether DG14 has an ActiveAuthenticationInfo, as it must
   */
  record Ecdsa(
      StandardGroup curve,
      Hash hash,
      EcSignatureForm signatureForm,
      KeyForm keyForm,
      Announcement announcement)
      implements ActiveAuthenticationVariant {

    /** The same with the curve described in that way. */
    public Ecdsa keyForm(KeyForm value) {
      return new Ecdsa(curve, hash, signatureForm, value, announcement);
    }

    /** The same without ActiveAuthenticationInfo. */
    public Ecdsa unannounced() {
      return new Ecdsa(curve, hash, signatureForm, keyForm, Announcement.FORGOTTEN);
    }
  }

  /** RSA; with SHA-1 the trailer leaves the hash unsaid, as most chips do. */
  static Rsa rsa(int bits, Hash hash) {
    return rsa(
        bits, hash, hash == Hash.SHA_1 ? SignatureTrailer.IMPLICIT : SignatureTrailer.EXPLICIT);
  }

  /** RSA with a trailer of either kind. */
  static Rsa rsa(int bits, Hash hash, SignatureTrailer trailer) {
    return new Rsa(bits, hash, trailer);
  }

  /** ECDSA as the standard has it: r and s side by side, announced, the curve by its name. */
  static Ecdsa ecdsa(StandardGroup curve, Hash hash) {
    return ecdsa(curve, hash, EcSignatureForm.PLAIN);
  }

  /** ECDSA with a signature of either form. */
  static Ecdsa ecdsa(StandardGroup curve, Hash hash, EcSignatureForm form) {
    return new Ecdsa(curve, hash, form, KeyForm.NAMED, Announcement.ANNOUNCED);
  }
}
