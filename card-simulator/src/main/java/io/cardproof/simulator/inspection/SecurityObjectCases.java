package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.IssuingFault;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;

/** The chips of the unit {@code sod}. */
final class SecurityObjectCases {
  private SecurityObjectCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_B_10", CaseFault.issuing(new Revoked()),
        "LDS_H_39", LdsObjects.object(object -> Sequences.with(object, 0, new ASN1Integer(5))),
        "LDS_H_43", LdsObjects.entry(2, LdsObjects::wrongHash));
  }

  private static final class Revoked implements IssuingFault {
    @Override
    public List<BigInteger> revoked(BigInteger signer) {
      return List.of(signer);
    }
  }
}
