package io.cardproof.conformance;

/** A date as yyMMdd, of which year, month and day may each be unknown, ICAO 9303-3 §4.8. */
final class ZoneDate {
  private static final String UNKNOWN = "<<";
  private static final String PART = "([0-9]{2}|<<)";
  private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private ZoneDate() {}

  static boolean wellFormed(String yyMMdd) {
    return yyMMdd.matches(PART + PART + PART);
  }

  static boolean complete(String yyMMdd) {
    return yyMMdd.matches("[0-9]{6}");
  }

  /** Whether a calendar has such a day, of a well-formed date. */
  static boolean possible(String yyMMdd) {
    String year = yyMMdd.substring(0, 2);
    String month = yyMMdd.substring(2, 4);
    String day = yyMMdd.substring(4, 6);
    if (!month.equals(UNKNOWN) && (number(month) < 1 || number(month) > LONGEST.length)) {
      return false;
    }
    return day.equals(UNKNOWN) || (number(day) >= 1 && number(day) <= last(year, month));
  }

  // Of the centuries that a year may belong to, 2000 had the leap day.
  private static int last(String year, String month) {
    if (month.equals(UNKNOWN)) {
      return LONGEST[0];
    }
    boolean common = !year.equals(UNKNOWN) && number(year) % 4 != 0;
    return number(month) == 2 && common ? 28 : LONGEST[number(month) - 1];
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
