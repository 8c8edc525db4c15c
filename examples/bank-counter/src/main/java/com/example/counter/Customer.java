package com.example.counter;

import io.cardproof.report.Holder;

/** What the bank keeps of a card that is authentic. */
public record Customer(String name, String documentNumber) {
  static Customer of(Holder holder) {
    return new Customer(holder.fullName(), holder.documentNumber());
  }

  /** Names nobody: records end up in logs. */
  @Override
  public String toString() {
    return "Customer[redacted]";
  }
}
