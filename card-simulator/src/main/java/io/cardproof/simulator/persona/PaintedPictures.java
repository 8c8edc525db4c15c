package io.cardproof.simulator.persona;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The pictures that were painted last. Fingers and irises take longer than all else of a card, and
 * tests make the same person's card again and again. Shared by threads; who asks gets a copy.
 */
final class PaintedPictures {
  private static final int MOST = 16;

  private final Map<Subject, byte[]> pictures = new LinkedHashMap<>(16, 0.75f, true);

  /** What is painted, from which grain, and how long the file is to be. */
  record Subject(String what, long seed, int bytes) {}

  byte[] get(Subject subject, Supplier<byte[]> painter) {
    synchronized (pictures) {
      byte[] known = pictures.get(subject);
      if (known == null) {
        known = painter.get();
        pictures.put(subject, known);
        if (pictures.size() > MOST) {
          pictures.remove(pictures.keySet().iterator().next());
        }
      }
      return known.clone();
    }
  }
}
