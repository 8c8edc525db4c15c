package io.cardproof.cli.input;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Policy;
import java.util.Optional;

/** What a trace is replayed with: as much as its head says, the rest by options. */
public final class Replay {
  private final Talk talk;
  private final Trace trace;

  /** A replay of {@code trace}. */
  public Replay(Talk talk, Trace trace) {
    this.talk = talk;
    this.trace = trace;
  }

  /** An inspector under the policy of the trace. */
  public CardInspector inspector(TrustOptions options)
      throws CommandException, MalformedInputException {
    TrustStore.Builder builder = options.open(talk);
    MadeUp.trust(trace, builder);
    TrustStore trust = options.complete(builder, talk);
    return CardInspector.builder(trust).policy(policy()).build();
  }

  /** The key that opened the card; the caller closes it. */
  public AccessKey key(KeyOptions options) throws CommandException, MalformedInputException {
    Optional<AccessKey> given = options.open(talk);
    Optional<AccessKey> key = given.isPresent() ? given : MadeUp.key(trace);
    return key.orElseThrow(
        () ->
            CommandException.usage(
                "usage.no-key-of-trace", trace.head().setting("key").orElse("can")));
  }

  private Policy policy() throws MalformedInputException {
    Optional<Policy> named = trace.head().setting("policy").flatMap(Policy::of);
    return named.orElseThrow(
        () ->
            new MalformedInputException(
                trace.source(), "setting policy", "no policy of that name"));
  }
}
