package io.cardproof.evidence;

/**
 * What the reading cost.
 *
 * @param apdus how many commands were sent
 * @param bytesSent their bytes
 * @param bytesReceived the bytes of the answers, with status words
 * @param millis the time from the first command to the last answer
 */
public record ReadingStats(int apdus, long bytesSent, long bytesReceived, long millis) {}
