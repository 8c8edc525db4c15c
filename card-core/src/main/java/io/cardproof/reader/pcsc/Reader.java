package io.cardproof.reader.pcsc;

/**
 * A reader that PC/SC knows.
 *
 * @param name as the system gives it
 * @param cardPresent whether it held a card when it was asked
 */
public record Reader(String name, boolean cardPresent) {}
