package com.example.counter;

import java.time.LocalDate;
import java.util.List;

/** What the clerk does next. */
public sealed interface Decision {
  /** The card is authentic: open the account. */
  record OpenAccount(Customer customer) implements Decision {}

  /** The card is genuine and past its date: ask for a valid one. */
  record AskForValidCard(LocalDate expiredSince) implements Decision {}

  /** The card is a forgery or a copy: keep it from being used. */
  record Reject(List<String> reasons) implements Decision {}

  /** Nobody can say: a colleague looks at it. */
  record Review(List<String> reasons) implements Decision {}

  /** The chip did not take the number: ask for it again. */
  record AskForTheNumberAgain() implements Decision {}

  /** The card went away too early: lay it on the reader again. */
  record PresentAgain() implements Decision {}

  /** This card cannot be read: use another document. */
  record UseAnotherDocument(String code) implements Decision {}
}
