package io.cardproof.document;

import io.cardproof.value.Bytes;

/** A file exactly as the chip sent it. Hashes are taken over these bytes and no others. */
public record RawFile(FileId id, Bytes content) {}
