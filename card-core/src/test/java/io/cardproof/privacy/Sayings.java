package io.cardproof.privacy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an object, and everything that it holds, says of itself by {@code toString}. */
final class Sayings {
  private static final int MOST = 200_000;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final List<String> said = new ArrayList<>();

  private Sayings() {}

  static List<String> of(Object root) throws Exception {
    Sayings sayings = new Sayings();
    sayings.open.add(root);
    while (!sayings.open.isEmpty()) {
      sayings.visit(sayings.open.remove());
    }
    return sayings.said;
  }

  /** An exception's own text and that of its causes, as a log prints it. */
  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private void visit(Object object) throws Exception {
    if (!seen.add(object)) {
      return;
    }
    if (seen.size() > MOST) {
      throw new AssertionError("no end of objects");
    }
    if (object instanceof Optional<?> optional) {
      optional.ifPresent(open::add);
    } else if (object instanceof Iterable<?> many) {
      many.forEach(open::add);
    } else if (object instanceof Map<?, ?> map) {
      open.addAll(map.keySet());
      open.addAll(map.values());
    } else if (object.getClass().getName().startsWith("io.cardproof.")) {
      said.add(object.toString());
      components(object);
    }
  }

  private void components(Object object) throws Exception {
    if (!object.getClass().isRecord()) {
      return;
    }
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      open.add(component.getAccessor().invoke(object));
    }
  }
}
