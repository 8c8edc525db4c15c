package io.cardproof.benchmarks;

/** Does nothing: what a virtual machine costs by itself. */
final class Empty {
  private Empty() {}

  /** Does nothing. */
  public static void main(String[] arguments) {}
}
