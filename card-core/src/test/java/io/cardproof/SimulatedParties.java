package io.cardproof;

import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.TerminalAccess;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.Pkcs8TerminalKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Who stands around a simulated card: whom to trust about it, and the terminal that it lets in. */
public final class SimulatedParties {
  private static final String SOURCE = "simulator";

  private SimulatedParties() {}

  /** A store with everything that belongs to these cards. */
  public static TrustStore trust(SimulatedCard... cards) throws MalformedInputException {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    for (SimulatedCard card : cards) {
      card.trust().forEach(csca -> trust.addCertificate(Bytes.of(csca), SOURCE));
      card.links().forEach(link -> trust.addCertificate(Bytes.of(link), SOURCE));
      card.signers().forEach(signer -> trust.addCertificate(Bytes.of(signer), SOURCE));
      card.distrusted().forEach(hash -> trust.distrust(Bytes.of(hash)));
      if (card.crl().length > 0) {
        trust.addCrl(Bytes.of(card.crl()), SOURCE);
      }
    }
    return trust.build();
  }

  /** The terminal of a card that has one. */
  public static TerminalCredentials terminal(TerminalAccess access) throws MalformedInputException {
    List<CvCertificate> heap = new ArrayList<>();
    for (byte[] certificate : access.certificates()) {
      heap.add(CvCertificate.parse(SOURCE, Bytes.of(certificate)));
    }
    return new TerminalCredentials(heap, Pkcs8TerminalKey.parse(access.pkcs8()));
  }
}
