package io.cardproof.evidence;

import io.cardproof.value.Bytes;

/**
 * Where the card was read.
 *
 * @param name the reader's name as the system gives it
 * @param atr the card's answer to reset
 */
public record ReaderRecord(String name, Bytes atr) {}
