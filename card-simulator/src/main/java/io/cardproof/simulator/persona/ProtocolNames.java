package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** Protocols as people write them. */
public final class ProtocolNames {
  private static final List<String> MAPPINGS = List.of("GM", "GM", "IM", "IM", "", "CAM");

  private ProtocolNames() {}

  /** A way of PACE with its group and cipher. */
  public static String pace(Document.PaceParameters way) {
    String[] arcs = way.oid().split("\\.", -1);
    String mapping = MAPPINGS.get(Integer.parseInt(arcs[arcs.length - 2]) - 1);
    String group =
        way.own().isPresent() ? "own parameters" : StandardGroup.of(way.parameterId()).text();
    return "PACE-" + mapping + " " + group + " " + cipher(way.oid());
  }

  /** A key of Chip Authentication. */
  public static String chip(Document.ChipAuthenticationPart part) {
    String id = part.keyId().isPresent() ? " key " + part.keyId().getAsInt() : "";
    return "CA " + group(part.key()) + " " + cipher(part.oid()) + id;
  }

  /** The key of Active Authentication. */
  public static String active(ActiveAuthenticationPart part) {
    if (part instanceof ActiveAuthenticationPart.Rsa rsa) {
      return "AA RSA-" + rsa.key().getModulus().bitLength() + " " + rsa.hash().id();
    }
    ActiveAuthenticationPart.Ec ec = (ActiveAuthenticationPart.Ec) part;
    return "AA ECDSA " + group(ec.key()) + " " + ec.hash().id();
  }

  private static String cipher(String oid) {
    int arc = Integer.parseInt(oid.substring(oid.lastIndexOf('.') + 1));
    return Arrays.stream(SessionCipher.values())
        .filter(cipher -> cipher.arc() == arc)
        .map(SessionCipher::toString)
        .findFirst()
        .orElse("");
  }

  private static String group(AsymmetricKeyParameter key) {
    return StandardGroup.of(key)
        .map(StandardGroup::text)
        .orElse(key instanceof ECPrivateKeyParameters ? "own curve" : "own group");
  }
}
