package io.cardproof.simulator.chip;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The files of a chip, as personalised, and which of them answer in a way of their own. */
final class ChipFiles {
  private final Map<Integer, byte[]> masterFiles = new LinkedHashMap<>();
  private final Map<Integer, byte[]> files = new LinkedHashMap<>();
  private final Set<Integer> locked = new LinkedHashSet<>();
  private final Map<Integer, Integer> statusWords = new LinkedHashMap<>();
  private final Map<Integer, TerminalRight> terminalRights = new LinkedHashMap<>();

  ChipFiles copy() {
    ChipFiles copy = new ChipFiles();
    copy.masterFiles.putAll(masterFiles);
    copy.files.putAll(files);
    copy.locked.addAll(locked);
    copy.statusWords.putAll(statusWords);
    copy.terminalRights.putAll(terminalRights);
    return copy;
  }

  void putIntoMasterFile(int fid, byte[] content) {
    masterFiles.put(checked(fid), content.clone());
  }

  void put(int fid, byte[] content) {
    files.put(checked(fid), content.clone());
  }

  void lock(int fid) {
    locked.add(checked(fid));
  }

  void setStatus(int fid, int statusWord) {
    if (statusWord < 0x6000 || statusWord > 0x9FFF) {
      throw new IllegalArgumentException("no status word: " + Integer.toHexString(statusWord));
    }
    statusWords.put(checked(fid), statusWord);
  }

  void setRight(int fid, TerminalRight right) {
    terminalRights.put(checked(fid), right);
  }

  /** Those of the master file by identifier, in the order in which they were written. */
  Map<Integer, byte[]> masterFiles() {
    return masterFiles;
  }

  /** Those of the LDS application by identifier, in the order in which they were written. */
  Map<Integer, byte[]> files() {
    return files;
  }

  Set<Integer> locked() {
    return locked;
  }

  OptionalInt statusFor(int fid) {
    Integer status = statusWords.get(fid);
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  Optional<TerminalRight> terminalRight(int fid) {
    return Optional.ofNullable(terminalRights.get(fid));
  }

  private static int checked(int fid) {
    if (fid < 0 || fid > 0xFFFF) {
      throw new IllegalArgumentException("a file identifier has two bytes");
    }
    return fid;
  }
}
