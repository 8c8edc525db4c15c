package io.cardproof.simulator;

import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.ProtocolNames;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What a simulated card has, for people who choose one.
 *
 * @param access the ways to open it, in the chip's order; none: it is free to read
 * @param keys what a reader may open it with: {@code CAN}, {@code MRZ}, {@code PIN}, {@code PUK},
 *     and {@code terminal key} for the files behind Terminal Authentication
 * @param proofs how the chip proves itself and who may read more
 * @param files all files with their sizes
 */
public record CardProfile(
    List<String> access, List<String> keys, List<String> proofs, List<File> files) {
  private static final Map<Integer, String> APPLICATION =
      Map.of(Document.COM, "COM", Document.SOD, "SOD", Document.CVCA, "CVCA");
  private static final Map<Integer, String> MASTER =
      Map.of(
          Document.CARD_ACCESS, "CardAccess",
          Document.CARD_SECURITY, "CardSecurity",
          Document.ATR_INFO, "ATR/INFO",
          Document.DIR, "DIR");

  /**
   * One file.
   *
   * @param name without EF: {@code DG2}, {@code CardAccess}
   * @param bytes of the whole file
   */
  public record File(String name, int bytes) {}

  /** Copies the lists. */
  public CardProfile {
    access = List.copyOf(access);
    keys = List.copyOf(keys);
    proofs = List.copyOf(proofs);
    files = List.copyOf(files);
  }

  static CardProfile of(Document document) {
    return new CardProfile(access(document), keys(document), proofs(document), files(document));
  }

  private static List<String> access(Document document) {
    List<String> access = new ArrayList<>();
    document.pace().forEach(way -> access.add(ProtocolNames.pace(way)));
    if (document.bac()) {
      access.add("BAC");
    }
    return access;
  }

  private static List<String> keys(Document document) {
    List<String> keys = new ArrayList<>();
    document.can().ifPresent(can -> keys.add("CAN"));
    if (document.bac() || !document.pace().isEmpty()) {
      keys.add("MRZ");
    }
    document.pin().ifPresent(pin -> keys.add("PIN"));
    document.puk().ifPresent(puk -> keys.add("PUK"));
    document.terminalAuthentication().ifPresent(trust -> keys.add("terminal key"));
    return keys;
  }

  private static List<String> proofs(Document document) {
    List<String> proofs = new ArrayList<>();
    document.mappingKey().ifPresent(key -> proofs.add("PACE-CAM"));
    document.chipAuthentication().forEach(part -> proofs.add(ProtocolNames.chip(part)));
    document.activeAuthentication().map(ProtocolNames::active).ifPresent(proofs::add);
    document.terminalAuthentication().ifPresent(trust -> proofs.add("TA"));
    return proofs;
  }

  private static List<File> files(Document document) {
    List<File> files = new ArrayList<>();
    document.masterFiles().forEach((fid, file) -> add(files, name(MASTER, fid), file));
    document.files().forEach((fid, file) -> add(files, name(APPLICATION, fid), file));
    return files;
  }

  private static void add(List<File> files, String name, byte[] content) {
    files.add(new File(name, content.length));
  }

  private static String name(Map<Integer, String> names, int fid) {
    boolean dataGroup = fid > Document.DG_BASE && fid <= Document.DG_BASE + 16;
    String other =
        dataGroup
            ? "DG" + (fid - Document.DG_BASE)
            : HexFormat.of().withUpperCase().toHexDigits((short) fid);
    return names.getOrDefault(fid, other);
  }
}
