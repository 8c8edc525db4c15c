package io.cardproof.crypto;

import io.cardproof.crypto.ActiveAuthenticationCheck.Form;
import io.cardproof.crypto.ActiveAuthenticationCheck.Signed;
import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.crypto.SignatureScheme.Family;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Active Authentication with ECDSA, ICAO 9303-11 §6.1.2.3. The standard demands r and s side by
 * side; chips that send them in DER are read as well.
 */
final class EcdsaProof {
  private static final List<String> DIGESTS =
      List.of("SHA-512", "SHA-384", "SHA-256", "SHA-224", Digests.SHA_1);
  private static final int DER_OVERHEAD = 9;
  private static final int SEQUENCE = 0x30;

  private final EcSignatures key;
  private final List<String> digests;

  private EcdsaProof(EcSignatures key, List<String> digests) {
    this.key = key;
    this.digests = digests;
  }

  static EcdsaProof of(Bytes spki, Optional<String> announcedOid) throws ProofException {
    EcSignatures key = key(spki);
    if (announcedOid.isEmpty()) {
      return new EcdsaProof(key, byKeySize(key));
    }
    SignatureScheme scheme =
        SignatureScheme.named(announcedOid.get())
            .filter(named -> named.family() == Family.ECDSA || named.family() == Family.ECDSA_PLAIN)
            .orElseThrow(
                () ->
                    new ProofException(
                        Fault.ALGORITHM_INCONSISTENT, "DG14 names no algorithm of an EC key"));
    return new EcdsaProof(key, List.of(scheme.digest()));
  }

  int longestResponse() {
    return 2 * key.orderBytes() + DER_OVERHEAD;
  }

  Signed verify(Bytes challenge, Bytes response) throws ProofException {
    List<Form> forms = forms(response);
    if (forms.isEmpty()) {
      throw new ProofException(
          Fault.SIGNATURE_MALFORMED, "the answer is neither r and s side by side nor DER");
    }
    for (Form form : forms) {
      for (String digest : digests) {
        if (verifies(form, digest, challenge, response)) {
          return new Signed(digest, form);
        }
      }
    }
    throw new ProofException(
        Fault.SIGNATURE_INVALID, "the answer is not the key's signature over the challenge");
  }

  private static EcSignatures key(Bytes spki) throws ProofException {
    try {
      return EcSignatures.of(spki);
    } catch (SignatureCheckException e) {
      Fault fault =
          e.fault() == SignatureCheckException.Fault.KEY_UNUSABLE
              ? Fault.KEY_MALFORMED
              : Fault.UNSUPPORTED;
      throw new ProofException(fault, "the key is not on a standardised curve");
    }
  }

  // The standard wants a digest no longer than the key: the longest of those first.
  private static List<String> byKeySize(EcSignatures key) {
    List<String> fitting = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String name : DIGESTS) {
      boolean fits = Digests.ofPlatform(name).getDigestLength() <= key.orderBytes();
      (fits ? fitting : others).add(name);
    }
    Collections.reverse(others);
    fitting.addAll(others);
    return fitting;
  }

  private List<Form> forms(Bytes response) {
    List<Form> forms = new ArrayList<>();
    if (response.length() == 2 * key.orderBytes()) {
      forms.add(Form.ECDSA_PLAIN);
    }
    if (response.length() > 2
        && response.length() <= longestResponse()
        && response.at(0) == SEQUENCE) {
      forms.add(Form.ECDSA_DER);
    }
    return forms;
  }

  private boolean verifies(Form form, String digest, Bytes challenge, Bytes response)
      throws ProofException {
    Family family = form == Form.ECDSA_PLAIN ? Family.ECDSA_PLAIN : Family.ECDSA;
    try {
      return key.verifies(
          new SignatureScheme(family, digest, digest, 0),
          challenge.toByteArray(),
          response.toByteArray());
    } catch (SignatureCheckException e) {
      throw new ProofException(Fault.UNSUPPORTED, "the platform has no " + digest);
    }
  }
}
