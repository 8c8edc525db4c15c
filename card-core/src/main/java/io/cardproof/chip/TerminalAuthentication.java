package io.cardproof.chip;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.ChainException;
import io.cardproof.terminal.CvBody;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.TerminalChain;
import io.cardproof.terminal.TerminalChains;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.terminal.TerminalRight;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Terminal Authentication version 1, TR-03110-1 §3.5 and TR-03110-3 §B.11: the terminal shows the
 * chip certificates and signs its challenge. Whatever the chip refuses, the channel stays: the
 * right to fingers and irises depends on this step, and nothing else does.
 */
final class TerminalAuthentication {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_FOR_VERIFICATION = 0x81;
  private static final int SIGNATURE_TEMPLATE = 0xB6;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
  private static final int KEY_REFERENCE = 0x83;
  private static final int PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int VERIFY_CERTIFICATE = 0xBE;
  private static final int GET_CHALLENGE = 0x84;
  private static final int CHALLENGE_BYTES = 8;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;

  private final Channel channel;
  private final LongCommands commands;
  private final TerminalCredentials credentials;
  private final LocalDate today;

  /**
   * @param channel the channel after Chip Authentication
   * @param today the terminal's day, which orders the certificates and decides nothing
   */
  TerminalAuthentication(
      Channel channel, LongCommands commands, TerminalCredentials credentials, LocalDate today) {
    this.channel = channel;
    this.commands = commands;
    this.credentials = credentials;
    this.today = today;
  }

  /**
   * Shows the chip one row of certificates after the other until it accepts one.
   *
   * @param authorities what EF.CVCA names, the current one first
   */
  TerminalRecord run(List<String> authorities, TerminalBinding binding)
      throws CardUnavailableException, ProtocolException {
    List<TerminalChain> chains;
    try {
      chains = TerminalChains.find(credentials, authorities, today);
    } catch (ChainException e) {
      return notBegun(authorities, outcome(e.kind()), String.valueOf(e.getMessage()));
    }
    Optional<TerminalRecord> first = Optional.empty();
    for (TerminalChain chain : chains) {
      Attempt attempt = attempt(chain, binding);
      TerminalRecord record = attempt.record(authorities, chain);
      if (!attempt.refusedCertificates()) {
        return record;
      }
      first = first.or(() -> Optional.of(record));
    }
    return first.orElseThrow();
  }

  /** Where nothing was sent. */
  static TerminalRecord notBegun(List<String> authorities, Outcome outcome, String detail) {
    return new TerminalRecord(
        authorities,
        Optional.empty(),
        List.of(),
        EnumSet.noneOf(TerminalRight.class),
        outcome,
        0,
        detail);
  }

  private static Outcome outcome(ChainException.Kind kind) {
    return switch (kind) {
      case CERTIFICATE_MISSING -> Outcome.CERTIFICATE_MISSING;
      case KEY_MISMATCH -> Outcome.KEY_MISMATCH;
      case CERTIFICATE_INVALID -> Outcome.CERTIFICATE_INVALID;
    };
  }

  /** How far one row of certificates came. */
  private record Attempt(List<String> sent, Outcome outcome, int statusWord, String detail) {
    boolean refusedCertificates() {
      return switch (outcome) {
        case AUTHORITY_REFUSED, CERTIFICATE_REFUSED, CERTIFICATE_EXPIRED -> true;
        default -> false;
      };
    }

    TerminalRecord record(List<String> authorities, TerminalChain chain) {
      return new TerminalRecord(
          authorities,
          Optional.of(chain.authority()),
          sent,
          chain.rights(),
          outcome,
          statusWord,
          detail);
    }
  }

  private Attempt attempt(TerminalChain chain, TerminalBinding binding)
      throws CardUnavailableException, ProtocolException {
    List<String> sent = new ArrayList<>();
    for (CvCertificate certificate : chain.certificates()) {
      Answer named = select(SIGNATURE_TEMPLATE, certificate.authority());
      if (!named.isSuccess()) {
        Outcome outcome = sent.isEmpty() ? Outcome.AUTHORITY_REFUSED : Outcome.CERTIFICATE_REFUSED;
        return new Attempt(sent, outcome, named.statusWord(), certificate.authority());
      }
      sent.add(certificate.holder());
      Answer verified = verify(certificate);
      if (!verified.isSuccess()) {
        Outcome outcome =
            certificate.expiredOn(today)
                ? Outcome.CERTIFICATE_EXPIRED
                : Outcome.CERTIFICATE_REFUSED;
        return new Attempt(sent, outcome, verified.statusWord(), certificate.holder());
      }
    }
    return authenticate(chain, binding, sent);
  }

  private Answer select(int template, String reference)
      throws CardUnavailableException, ProtocolException {
    Bytes data = Template.object(KEY_REFERENCE, CvBody.latin(reference));
    return channel.transmit(
        Apdu.of(MANAGE_SECURITY_ENVIRONMENT, SET_FOR_VERIFICATION, template, data, 0));
  }

  private Answer verify(CvCertificate certificate)
      throws CardUnavailableException, ProtocolException {
    Apdu command =
        Apdu.of(PERFORM_SECURITY_OPERATION, 0, VERIFY_CERTIFICATE, certificate.signedObjects(), 0);
    return commands.transmit(channel, command);
  }

  private Attempt authenticate(TerminalChain chain, TerminalBinding binding, List<String> sent)
      throws CardUnavailableException, ProtocolException {
    String holder = chain.terminal().holder();
    Answer named = select(AUTHENTICATION_TEMPLATE, holder);
    if (!named.isSuccess()) {
      return new Attempt(sent, Outcome.TERMINAL_REFUSED, named.statusWord(), holder);
    }
    Answer challenge = channel.transmit(Apdu.of(GET_CHALLENGE, 0, 0, CHALLENGE_BYTES));
    if (!challenge.isSuccess() || challenge.data().length() != CHALLENGE_BYTES) {
      return new Attempt(
          sent,
          Outcome.CHALLENGE_INVALID,
          challenge.statusWord(),
          challenge.data().length() + " bytes");
    }
    try {
      Bytes signature = sign(chain, binding.message(challenge.data()));
      Answer answer =
          commands.transmit(channel, Apdu.of(EXTERNAL_AUTHENTICATE, 0, 0, signature, 0));
      Outcome outcome = answer.isSuccess() ? Outcome.PASSED : Outcome.TERMINAL_REFUSED;
      return new Attempt(sent, outcome, answer.statusWord(), "");
    } catch (TerminalKeyException e) {
      return new Attempt(
          sent, Outcome.KEY_UNUSABLE, challenge.statusWord(), String.valueOf(e.getMessage()));
    }
  }

  // Verified before it is sent: a chip that refuses it is then not meant to blame the key.
  private Bytes sign(TerminalChain chain, Bytes message) throws TerminalKeyException {
    Bytes signature = credentials.key().sign(chain.terminalKey().algorithm(), message);
    if (chain.terminalKey().complete()) {
      try {
        chain.terminalKey().verify(message, signature);
      } catch (SignatureCheckException e) {
        throw new TerminalKeyException("the key's signature is not one of its certificate's key");
      }
    }
    return signature;
  }
}
