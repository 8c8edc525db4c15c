package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ActiveAuthenticationCheck.Form;
import io.cardproof.crypto.ActiveAuthenticationCheck.Signed;
import io.cardproof.evidence.ChipProof;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.LongAnswers;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;

/**
 * Active Authentication in every combination of the standard, from the command under secure
 * messaging to the crypto check: RSA of six sizes with five digests, both kinds of trailer and
 * three ways to give a long answer; ECDSA on eleven curves with five digests, both forms of the
 * signature, announced and not.
 */
class ActiveAuthenticationMatrixTest {
  private static final List<Integer> RSA_BITS = List.of(1024, 1280, 1536, 2048, 3072, 4096);
  private static final int RSA_COMBINATIONS = 6 * 5 * 2 * 3;
  private static final int ECDSA_COMBINATIONS = 11 * 5 * 2 * 2;
  // The trailer that names no hash is a fault, with a case of its own.
  private static final List<SignatureTrailer> TRAILERS =
      List.of(SignatureTrailer.IMPLICIT, SignatureTrailer.EXPLICIT);
  private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");

  @Test
  void everyRsaSizeDigestTrailerAndWayOfALongAnswer() throws Exception {
    int count = 0;
    for (int bits : RSA_BITS) {
      RsaTestKeys keys = RsaTestKeys.of(bits);
      for (Hash hash : Hash.values()) {
        for (SignatureTrailer trailer : TRAILERS) {
          for (LongAnswers answers : LongAnswers.values()) {
            ChipImage.Builder chip =
                ChipImage.builder()
                    .activeAuthentication(keys.key(), hash.id(), trailer)
                    .longAnswers(answers);
            String name = bits + " " + hash + " " + trailer + " " + answers;
            assertEquals(
                new Signed(hash.id(), form(trailer)),
                proven(chip, answers, keys.spki(), Optional.empty(), name),
                name);
            count++;
          }
        }
      }
    }
    System.out.println("Active Authentication matrix, RSA: " + count + " combinations");
    assertEquals(RSA_COMBINATIONS, count);
  }

  @Test
  void everyCurveDigestFormAndAnnouncement() throws Exception {
    int count = 0;
    for (StandardGroup curve : StandardGroup.values()) {
      if (!curve.isCurve()) {
        continue;
      }
      AsymmetricCipherKeyPair pair = curve.keyPair(new SecureRandom());
      ECPrivateKeyParameters key = (ECPrivateKeyParameters) pair.getPrivate();
      Bytes named = spki((ECPublicKeyParameters) pair.getPublic());
      Bytes explicit = spki(explicit((ECPublicKeyParameters) pair.getPublic()));
      for (Hash hash : Hash.values()) {
        for (EcSignatureForm form : EcSignatureForm.values()) {
          ChipImage.Builder chip = ChipImage.builder().activeAuthentication(key, hash.id(), form);
          Signed expected = new Signed(hash.id(), form(form));
          String name = curve + " " + hash + " " + form;
          Optional<String> announced = Optional.of(oid(hash, form));
          assertEquals(expected, proven(chip, LongAnswers.EXTENDED, named, announced, name), name);
          assertEquals(
              expected, proven(chip, LongAnswers.EXTENDED, explicit, Optional.empty(), name), name);
          count += 2;
        }
      }
    }
    System.out.println("Active Authentication matrix, ECDSA: " + count + " combinations");
    assertEquals(ECDSA_COMBINATIONS, count);
  }

  private static Signed proven(
      ChipImage.Builder chip, LongAnswers answers, Bytes spki, Optional<String> oid, String name)
      throws Exception {
    boolean extended = answers == LongAnswers.EXTENDED;
    OpenChip open = OpenChip.of(extended ? chip : chip.shortLengthOnly());
    LongCommands commands = extended ? OpenChip.extendedLength() : OpenChip.shortLength();
    ChipProof.ActiveAuthentication proof =
        (ChipProof.ActiveAuthentication)
            new ActiveAuthentication(open.channel(), commands, dg15(spki)).run(CHALLENGE);
    assertEquals(0x9000, proof.statusWord(), name);
    return ActiveAuthenticationCheck.verify(spki, oid, CHALLENGE, proof.response());
  }

  private static Bytes dg15(Bytes spki) {
    return Template.object(0x6F, spki);
  }

  private static Bytes spki(ECPublicKeyParameters key) throws Exception {
    return Bytes.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
  }

  private static ECPublicKeyParameters explicit(ECPublicKeyParameters key) {
    ECDomainParameters domain = key.getParameters();
    return new ECPublicKeyParameters(
        key.getQ(),
        new ECDomainParameters(domain.getCurve(), domain.getG(), domain.getN(), domain.getH()));
  }

  private static String oid(Hash hash, EcSignatureForm form) {
    return form == EcSignatureForm.PLAIN ? hash.plainEcdsaOid() : hash.ecdsaOid();
  }

  private static Form form(SignatureTrailer trailer) {
    return trailer == SignatureTrailer.IMPLICIT
        ? Form.RECOVERY_AGREED_DIGEST
        : Form.RECOVERY_NAMED_DIGEST;
  }

  private static Form form(EcSignatureForm form) {
    return form == EcSignatureForm.PLAIN ? Form.ECDSA_PLAIN : Form.ECDSA_DER;
  }
}
