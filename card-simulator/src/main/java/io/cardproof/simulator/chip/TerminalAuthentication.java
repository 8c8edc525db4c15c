package io.cardproof.simulator.chip;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Terminal Authentication version 1 on the chip's side, TR-03110-1 §3.5 and TR-03110-3 §B.3: first
 * a chain of certificates from a trust point to the terminal, then the terminal's signature over
 * the chip's challenge. It holds in the channel of Chip Authentication and ends with it.
 */
final class TerminalAuthentication {
  private static final int KEY_REFERENCE = 0x83;

  private final TrustPoints trust;
  private final SessionState state;
  private @Nullable CvHolder issuer;
  private @Nullable CvHolder verifier;
  private @Nullable CvHolder terminal;
  private @Nullable CvHolder candidate;
  private byte @Nullable [] challenge;

  TerminalAuthentication(TrustPoints trust, SessionState state) {
    this.trust = trust;
    this.state = state;
  }

  /** The channel is gone, and all that was proved in it. */
  void forget() {
    issuer = null;
    verifier = null;
    terminal = null;
    candidate = null;
    challenge = null;
  }

  /** MSE:Set DST: whose key verifies the next certificate; 6A88 if the chip does not know it. */
  Answer chooseIssuer(Command command) throws Refusal {
    checkChipAuthenticated();
    String reference = reference(command);
    CvHolder known = verifier;
    issuer =
        known != null && known.reference().equals(reference)
            ? known
            : trust.find(reference).orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
    return Answer.done();
  }

  /** PSO:Verify Certificate: 6A80 if it is malformed, 6300 if it is not to be trusted. */
  Answer verifyCertificate(Command command) throws Refusal {
    checkChipAuthenticated();
    CvHolder signer = issuer;
    if (signer == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    CvCertificate certificate = CvCertificate.ofCommand(command.data());
    check(certificate, signer);
    accept(certificate, signer);
    return Answer.done();
  }

  /** MSE:Set AT: whose key verifies the terminal's signature. */
  Answer chooseTerminal(Command command) throws Refusal {
    checkChipAuthenticated();
    candidate = null;
    CvHolder certified = terminal;
    if (certified == null || !certified.reference().equals(reference(command))) {
      throw new Refusal(StatusWord.REFERENCE_NOT_FOUND);
    }
    candidate = certified;
    return Answer.done();
  }

  /** r_PICC, good for one attempt. */
  void expect(byte[] challengeGiven) {
    challenge = challengeGiven.clone();
  }

  /** EXTERNAL AUTHENTICATE: the signature over ID_PICC || r_PICC || Comp(PK_PCD). */
  Answer authenticate(Command command) throws Refusal {
    checkChipAuthenticated();
    byte[] expected = challenge;
    CvHolder claimed = candidate;
    challenge = null;
    state.grant(0);
    if (expected == null || claimed == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    byte[] message = Bytes.join(state.identification(), expected, state.terminalKey());
    if (!claimed.key().verifies(message, command.data())) {
      throw new Refusal(StatusWord.WARNING_AUTHENTICATION_FAILED);
    }
    state.grant(claimed.authorization());
    return Answer.done();
  }

  private void checkChipAuthenticated() throws Refusal {
    if (state.terminalKey().length == 0 || state.identification().length == 0) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
  }

  private static String reference(Command command) throws Refusal {
    byte[] name = Template.of(command.data(), KEY_REFERENCE).get(KEY_REFERENCE);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  /** TR-03110-3 §2.5: only a link certificate may be expired, or be under an expired authority. */
  private void check(CvCertificate certificate, CvHolder signer) throws Refusal {
    if (!certificate.authority().equals(signer.reference())) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    boolean link = certificate.role() == TerminalRole.AUTHORITY;
    LocalDate today = trust.currentDate();
    boolean inTime = !certificate.expiration().isBefore(today) && !signer.isExpired(today);
    if (!certificate.isForInspection()
        || !signer.role().certifies(certificate.role())
        || !certificate.isSignedBy(signer.key())
        || !(link || inTime)) {
      throw new Refusal(StatusWord.WARNING_AUTHENTICATION_FAILED);
    }
  }

  /** The status update of TR-03110-3 §2.5: date, then key, then trust points. */
  private void accept(CvCertificate certificate, CvHolder signer) throws Refusal {
    CvHolder holder = certificate.certified(signer.key());
    if (holder.role() != TerminalRole.INSPECTION_SYSTEM
        || signer.role() == TerminalRole.DOMESTIC_VERIFIER) {
      trust.advanceTo(certificate.effective());
    }
    switch (holder.role()) {
      case AUTHORITY -> trust.add(holder);
      case DOMESTIC_VERIFIER, FOREIGN_VERIFIER -> verifier = holder.within(signer);
      case INSPECTION_SYSTEM -> terminal = holder.within(signer);
    }
  }
}
