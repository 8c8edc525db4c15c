package io.cardproof.cli.show;

import io.cardproof.trust.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives sources numbers, so that a line has room for them. */
final class SourceNumbers {
  private static final String PLACE = ", (PEM object|entry) [0-9]+$";

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Provenance> list = new ArrayList<>();

  /** The numbers of these sources, in their order. */
  String of(List<Provenance> provenance) {
    return provenance.stream()
        .map(this::number)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** The sources in the order of their numbers. */
  List<Provenance> list() {
    return List.copyOf(list);
  }

  /** The file of a source, without the place in it. */
  static String file(Provenance source) {
    return source.source().replaceAll(PLACE, "");
  }

  private int number(Provenance source) {
    String file = file(source);
    Integer known = numbers.get(file);
    if (known != null) {
      return known;
    }
    list.add(source);
    numbers.put(file, list.size());
    return list.size();
  }
}
