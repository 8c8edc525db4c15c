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

  /** The rows as lines. */
  public List<String> lines() {
    int width = rows.stream().mapToInt(row -> Columns.of(row.name())).max().orElse(0);
    return rows.stream()
        .map(row -> (Columns.pad(row.name(), width + 2) + row.value()).stripTrailing())
        .toList();
  }
}
