package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chips of the unit {@code sod}. */
final class SecurityObjectCases {
  private static final byte OTHER_TAG = 0x78;

  private SecurityObjectCases() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    faults.put("ISO7816_B_10", CaseFault.issuing(new Revoked()));
    faults.put("LDS_H_17", file(SecurityObjectCases::withOtherTag));
    faults.put("LDS_H_18", file(file -> longer(file, -1)));
    faults.put("LDS_H_19", file(file -> longer(file, 1)));
    faults.put("LDS_H_93", new BrokenCardSecurity());
    faults.putAll(AlgorithmCases.faults());
    faults.putAll(LdsObjectCases.faults());
    faults.putAll(LdsVersionCases.faults());
    faults.putAll(SignedAttributes.faults());
    faults.putAll(SignedMessages.faults());
    faults.putAll(SignerCertificates.faults());
    return faults;
  }

  private static CaseFault file(UnaryOperator<byte[]> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public byte[] file(byte[] usual) {
            return change.apply(usual);
          }
        });
  }

  private static byte[] withOtherTag(byte[] file) {
    byte[] changed = file.clone();
    changed[0] = OTHER_TAG;
    return changed;
  }

  /** The file with another outer length; it has two bytes of it, after tag and form. */
  private static byte[] longer(byte[] file, int by) {
    byte[] changed = file.clone();
    int length = (((file[2] & 0xFF) << 8) | (file[3] & 0xFF)) + by;
    changed[2] = (byte) (length >> 8);
    changed[3] = (byte) length;
    return changed;
  }

  private static final class Revoked implements IssuingFault {
    @Override
    public List<BigInteger> revoked(BigInteger signer) {
      return List.of(signer);
    }
  }

  /** EF.CardSecurity whose signature does not fit: its last byte is the signature's. */
  private static final class BrokenCardSecurity implements CaseFault {
    @Override
    public Carrier carrier(Carrier named) {
      return Carrier.PACE_CAM;
    }

    @Override
    public Document unsigned(Document document, RandomSource random) {
      if (document.cardSecurity().isEmpty()) {
        throw new IllegalArgumentException("the case needs a document with EF.CardSecurity");
      }
      return document;
    }

    @Override
    public Document signed(Document document) {
      byte[] file = Contents.masterFile(document, Document.CARD_SECURITY);
      file[file.length - 1] ^= 0x01;
      return document.withMasterFile(Document.CARD_SECURITY, file);
    }
  }
}
