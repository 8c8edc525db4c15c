package io.cardproof.cli.input;

import io.cardproof.CardInspector;
import io.cardproof.MadeUpTrace;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Policy;
import java.util.Optional;

/** What a trace is replayed with: as much as its head says, the rest by options. */
public final class Replay {
  private final Talk talk;
  private final Trace trace;
  private final Optional<MadeUpTrace> madeUp;

  /**
   * A replay of {@code trace}.
   *
   * @throws MalformedInputException if its head says that it is made up, and not how
   */
  public Replay(Talk talk, Trace trace) throws MalformedInputException {
    this.talk = talk;
    this.trace = trace;
    this.madeUp = MadeUpTrace.of(trace);
  }

  /** An inspector under the policy of the trace. */
  public CardInspector inspector(TrustOptions options)
      throws CommandException, MalformedInputException {
    TrustStore.Builder builder = options.open(talk);
    if (madeUp.isPresent()) {
      madeUp.get().addTo(builder);
    }
    TrustStore trust = options.complete(builder, talk);
    return CardInspector.builder(trust).policy(policy()).build();
  }

  // Who can write the file can write that: a milder rule is not to be overlooked.
  private Policy policy() throws MalformedInputException {
    Policy policy = CardInspector.policyOf(trace);
    if (!Policy.presets().contains(policy)) {
      talk.say("warning.changed-policy", policy.id());
    }
    return policy;
  }

  /** The key that opened the card; the caller closes it. */
  public AccessKey key(KeyOptions options) throws CommandException, MalformedInputException {
    Optional<AccessKey> given = options.open(talk);
    if (given.isPresent()) {
      return given.get();
    }
    if (madeUp.isPresent()) {
      return madeUp.get().key();
    }
    throw CommandException.usage(
        "usage.no-key-of-trace", trace.head().setting(TraceHead.KEY).orElse("can"));
  }
}
