package io.cardproof.cli.trace;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.Replay;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.report.Report;

/**
 * A trace that was replayed; closing it wipes the key.
 *
 * @param key what opened the card
 * @param report what the replay says
 */
record Original(Trace trace, AccessKey key, Report report) implements AutoCloseable {

  /**
   * Replays {@code trace}.
   *
   * @throws MalformedInputException if it does not replay
   * @throws CommandException if no report came of the inspection: there is nothing to resemble
   */
  static Original replayed(Talk talk, Trace trace, KeyOptions keys, TrustOptions trust)
      throws CommandException, InspectionException {
    Replay replay = new Replay(talk, trace);
    CardInspector inspector = replay.inspector(trust);
    AccessKey key = replay.key(keys);
    try {
      return new Original(trace, key, inspector.replay(trace, key));
    } catch (MalformedInputException | RuntimeException e) {
      key.close();
      throw e;
    } catch (InspectionException e) {
      key.close();
      throw CommandException.input("input.trace-without-report", trace.source(), e.code().id());
    }
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "Original[" + trace + "]";
  }
}
