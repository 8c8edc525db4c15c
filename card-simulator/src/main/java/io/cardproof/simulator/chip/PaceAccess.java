package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands of PACE: MSE:Set AT starts a run, GENERAL AUTHENTICATE goes on with it. */
final class PaceAccess {
  private static final int MECHANISM = 0x80;
  private static final int PASSWORD = 0x83;
  private static final int DOMAIN_PARAMETERS = 0x84;

  private final AccessControl access;
  private final CardMemory memory;
  private final SessionState state;
  private final FileSystem files;
  private final ChipRandomness random;
  private @Nullable Pace run;

  PaceAccess(
      AccessControl access,
      CardMemory memory,
      SessionState state,
      FileSystem files,
      ChipRandomness random) {
    this.access = access;
    this.memory = memory;
    this.state = state;
    this.files = files;
    this.random = random;
  }

  boolean isRunning() {
    return run != null;
  }

  /** A command of another kind ends a run. */
  void interrupt() {
    run = null;
  }

  /** MSE:Set AT, ICAO 9303-11 §4.4.4.1; only in the master file. */
  Answer start(Command command) throws Refusal {
    if (access.pace().isEmpty()) {
      throw new Refusal(StatusWord.UNKNOWN_INSTRUCTION);
    }
    if (files.isInApplication()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    Template template = Template.of(command.data(), MECHANISM, PASSWORD, DOMAIN_PARAMETERS);
    PaceProfile profile = profile(template);
    PasswordKind kind =
        PasswordKind.of(template.get(PASSWORD))
            .orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
    byte[] secret = new PasswordBook(access).secret(kind);
    checkMayFollow(kind);
    PasswordRun password =
        new PasswordRun(
            kind, memory, state.opening().filter(SessionState.Opening.CAN::equals).isPresent());
    run = new Pace(profile, secret, staticKey(profile), password, random);
    return password.announcement();
  }

  /** GENERAL AUTHENTICATE: a step that is refused ends the run, the last one opens the channel. */
  Answer step(Command command) throws Refusal {
    Pace current = run;
    run = null;
    if (current == null || command.isChained() == current.expectsLastStep()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    Answer answer = current.step(command);
    if (current.isDone()) {
      state.open(
          current.channel(), SessionState.Opening.by(current.password()), current.identification());
    } else {
      run = current;
    }
    return answer;
  }

  private PaceProfile profile(Template template) throws Refusal {
    byte[] mechanism = template.get(MECHANISM);
    List<PaceProfile> offered =
        access.pace().stream()
            .filter(profile -> Arrays.equals(Oids.value(profile.oid()), mechanism))
            .toList();
    if (offered.isEmpty()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    Optional<byte[]> parameters = template.find(DOMAIN_PARAMETERS);
    if (parameters.isEmpty()) {
      return onlyOne(offered);
    }
    return offered.stream()
        .filter(profile -> isNumber(parameters.get(), profile.parameterId()))
        .findFirst()
        .orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
  }

  /** The parameters must be named where the protocol alone does not tell them, §4.4.4.1. */
  private static PaceProfile onlyOne(List<PaceProfile> offered) throws Refusal {
    if (offered.size() > 1) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return offered.get(0);
  }

  private static boolean isNumber(byte[] bytes, int number) {
    return bytes.length > 0 && new BigInteger(1, bytes).equals(BigInteger.valueOf(number));
  }

  /** Inside a channel only PIN and PUK follow, and only the CAN goes before, TR-03110-2 §3.3. */
  private void checkMayFollow(PasswordKind kind) throws Refusal {
    boolean counted = kind == PasswordKind.PIN || kind == PasswordKind.PUK;
    boolean allowed =
        state.opening().map(by -> by == SessionState.Opening.CAN && counted).orElse(true);
    if (!allowed) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
  }

  private @Nullable MappingKey staticKey(PaceProfile profile) {
    return profile.mapping() == PaceProfile.Mapping.CHIP_AUTHENTICATION
        ? new MappingKey(
            access.mappingKey(profile.group()).orElseThrow().getD(), access.mappingData())
        : null;
  }
}
