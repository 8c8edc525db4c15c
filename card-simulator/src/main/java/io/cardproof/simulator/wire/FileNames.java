package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Exchange;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The files as people call them, ICAO 9303-10 §3 and §4. */
final class FileNames {
  private static final int DATA_GROUPS = 16;
  private static final int FIRST_DATA_GROUP = 0x0101;

  private static final Map<String, Integer> OF_THE_MASTER_FILE =
      Map.of("CARDACCESS", 0x011C, "CARDSECURITY", 0x011D, "ATR", 0x2F01, "DIR", 0x2F00);
  private static final Map<String, Integer> OF_THE_APPLICATION =
      Map.of("COM", 0x011E, "SOD", 0x011D, "CVCA", 0x011C);

  private FileNames() {}

  /** The commands that name that file or read it. */
  static Predicate<Exchange> named(Setting setting) {
    String name = setting.needed().toUpperCase(Locale.ROOT);
    if (OF_THE_MASTER_FILE.containsKey(name)) {
      return id(OF_THE_MASTER_FILE.get(name)).and(exchange -> !exchange.isInApplication());
    }
    if (OF_THE_APPLICATION.containsKey(name)) {
      return id(OF_THE_APPLICATION.get(name)).and(Exchange::isInApplication);
    }
    if (name.matches("DG[0-9]{1,2}")) {
      int number = setting.numberOf(name.substring(2), 1);
      if (number <= DATA_GROUPS) {
        return id(FIRST_DATA_GROUP + number - 1).and(Exchange::isInApplication);
      }
    }
    if (name.matches("[0-9A-F]{4}")) {
      return id(Integer.parseInt(name, 16));
    }
    throw setting.wrong("is no file: COM, SOD, DG1 to DG16, CardAccess or four digits are");
  }

  private static Predicate<Exchange> id(int id) {
    return exchange -> exchange.fileId().orElse(-1) == id;
  }
}
