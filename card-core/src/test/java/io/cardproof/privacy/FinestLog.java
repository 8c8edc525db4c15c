package io.cardproof.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that anybody logs in this JVM. */
final class FinestLog extends Handler {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OWN = Logger.getLogger("io.cardproof");

  private final List<String> lines = new ArrayList<>();
  private Level before = Level.INFO;

  FinestLog() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
  }

  void open() {
    before = ROOT.getLevel();
    ROOT.setLevel(Level.ALL);
    ROOT.addHandler(this);
  }

  void say(String text) {
    OWN.finest(text);
  }

  String text() {
    return String.join("\n", lines);
  }

  void clear() {
    lines.clear();
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(getFormatter().format(record));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(before);
  }
}
