package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;

/** A file that carries the signature of its issuer. Nothing is verified yet. */
public sealed interface SignedFile permits SecurityObject, CardSecurity {
  /** The signed bytes. */
  Bytes content();

  /** DER of all certificates in the set. */
  List<Bytes> certificates();

  /** At least one. */
  List<SignerInfo> signers();

  /** Oddities of the encoding that change nothing. */
  List<String> remarks();

  /** The signer to judge: the first one whose certificate is in the set, else the first. */
  default SignerInfo signer() {
    return signers().stream()
        .filter(signer -> signer.certificate().isPresent())
        .findFirst()
        .orElse(signers().get(0));
  }
}
