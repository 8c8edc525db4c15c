package io.cardproof.cli.show;

import java.util.ArrayList;
import java.util.List;

/** Two columns, the first as wide as its longest entry. */
public final class Table {
  private record Row(String name, String value) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds a row. */
  public Table add(String name, String value) {
    rows.add(new Row(name, value));
    return this;
  }

  /** The rows as lines, however long. */
  public List<String> lines() {
    return lines(Integer.MAX_VALUE);
  }

  /** The rows as lines; a value that does not fit goes on below its beginning. */
  List<String> lines(int width) {
    int label = 2 + rows.stream().mapToInt(row -> Columns.of(row.name())).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> wrapped = Columns.wrap(row.value(), Math.max(10, width - label));
      lines.add((Columns.pad(row.name(), label) + wrapped.get(0)).stripTrailing());
      wrapped.stream().skip(1).forEach(more -> lines.add(" ".repeat(label) + more));
    }
    return lines;
  }
}
