package io.cardproof.benchmarks;

import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.EcPublicKey;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.trust.CertificateView;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** The least that passive authentication can cost, with everything around it done before. */
final class BarePrimitives {
  private final ECPublicKeyParameters key;
  private final byte[] signed;
  private final BigInteger r;
  private final BigInteger s;
  private final List<byte[]> files;

  private BarePrimitives(
      ECPublicKeyParameters key, byte[] signed, ASN1Sequence signature, List<byte[]> files) {
    this.key = key;
    this.signed = signed;
    this.r = ASN1Integer.getInstance(signature.getObjectAt(0)).getValue();
    this.s = ASN1Integer.getInstance(signature.getObjectAt(1)).getValue();
    this.files = files;
  }

  static BarePrimitives of(Evidence evidence) {
    try {
      SecurityObject sod = SecurityObject.parse(evidence.file(FileId.SOD).orElseThrow());
      Bytes certificate = sod.signer().certificate().orElseThrow();
      EcPublicKey key = EcCurves.publicKey(CertificateView.of(certificate).spki());
      List<byte[]> files = new ArrayList<>();
      for (int number : sod.hashes().keySet()) {
        evidence.file(FileId.dataGroup(number)).map(Bytes::toByteArray).ifPresent(files::add);
      }
      BarePrimitives bare =
          new BarePrimitives(
              new ECPublicKeyParameters(key.point(), key.domain()),
              sod.signer().signedAttributes().orElseThrow().toByteArray(),
              ASN1Sequence.getInstance(sod.signer().signature().toByteArray()),
              files);
      if (bare.signature() != 1) {
        throw new IllegalStateException("the bare signature does not verify");
      }
      return bare;
    } catch (Exception e) {
      throw new IllegalStateException("the simulated document is not as it should be", e);
    }
  }

  int hashes() {
    int sum = 0;
    for (byte[] file : files) {
      sum += sha256(file)[0];
    }
    return sum;
  }

  int signature() {
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(sha256(signed), r, s) ? 1 : 0;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
