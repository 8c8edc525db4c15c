package io.cardproof.cli.show;

import io.cardproof.chip.ProgressListener;
import io.cardproof.cli.talk.Talk;
import io.cardproof.document.FileId;
import io.cardproof.error.Step;

/** How far an inspection is, on one line of the terminal that is gone in the end. */
public final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final String CLEARED = "\r\u001b[K";

  private final Talk talk;

  private ProgressLine(Talk talk) {
    this.talk = talk;
  }

  /** A line on stderr if somebody looks there. */
  public static ProgressLine on(Talk talk) {
    return new ProgressLine(talk);
  }

  @Override
  public void stepStarted(Step step) {
    show(step.id());
  }

  @Override
  public void fileProgress(FileId file, int bytesRead, int bytesTotal) {
    show(file.label() + " " + bytesRead + "/" + bytesTotal);
  }

  @Override
  public void close() {
    print(CLEARED);
  }

  private void show(String what) {
    print(CLEARED + talk.messages().text("progress.step", what));
  }

  private void print(String text) {
    if (talk.here().terminal().err()) {
      talk.here().err().print(text);
      talk.here().err().flush();
    }
  }
}
