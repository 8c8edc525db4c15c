package io.cardproof.simulator.persona;

import java.security.interfaces.RSAPrivateKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a document holds before a fault and a chip are put around it: files, private keys, and what
 * opens it. Byte arrays are shared, not copied; treat them as read-only.
 */
public final class Document {
  /** File identifiers: data group n has {@code 0x0100 + n}. */
  public static final int DG_BASE = 0x0100;

  /** File identifier of EF.SOD. */
  public static final int SOD = 0x011D;

  /** File identifier of EF.COM. */
  public static final int COM = 0x011E;

  private final Map<Integer, byte[]> files;
  private final Map<Integer, byte[]> masterFiles;
  private final Set<Integer> locked;
  private final List<String> mrz;
  private final String mrzInformation;
  private final @Nullable String can;
  private final @Nullable String pin;
  private final @Nullable String puk;
  private final @Nullable String qr;
  private final Set<Access> access;
  private final @Nullable PaceParameters pace;
  private final @Nullable ChipAuthenticationPart chipAuthentication;
  private final @Nullable RSAPrivateKey activeAuthentication;

  /** What a chip offers for opening it. */
  public enum Access {
    BAC,
    PACE
  }

  /** A PACEInfo: protocol and standardized domain parameters. */
  public record PaceParameters(String oid, int parameterId) {}

  /** The chip's key of Chip Authentication, and the protocol it is for. */
  public record ChipAuthenticationPart(ECPrivateKeyParameters key, String oid) {}

  private Document(Builder builder) {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(builder.files));
    masterFiles = Collections.unmodifiableMap(new LinkedHashMap<>(builder.masterFiles));
    locked = Set.copyOf(builder.locked);
    mrz = builder.mrz;
    mrzInformation = Mrz.information(mrz);
    can = builder.can;
    pin = builder.pin;
    puk = builder.puk;
    qr = builder.qr;
    access = Set.copyOf(builder.access);
    pace = builder.pace;
    chipAuthentication = builder.chipAuthentication;
    activeAuthentication = builder.activeAuthentication;
  }

  static Builder builder() {
    return new Builder();
  }

  /** This document with one more file in the eMRTD application. */
  public Document with(int fid, byte[] content) {
    Builder copy = new Builder();
    copy.files.putAll(files);
    copy.masterFiles.putAll(masterFiles);
    copy.locked.addAll(locked);
    copy.access.addAll(access);
    copy.mrz = mrz;
    copy.can = can;
    copy.pin = pin;
    copy.puk = puk;
    copy.qr = qr;
    copy.pace = pace;
    copy.chipAuthentication = chipAuthentication;
    copy.activeAuthentication = activeAuthentication;
    return copy.file(fid, content).build();
  }

  /** File identifier to content, files of the eMRTD application. */
  public Map<Integer, byte[]> files() {
    return files;
  }

  /** File identifier to content, files beside the application. */
  public Map<Integer, byte[]> masterFiles() {
    return masterFiles;
  }

  /** Files that only Terminal Authentication opens. */
  public Set<Integer> locked() {
    return locked;
  }

  /** The lines of the MRZ. */
  public List<String> mrz() {
    return mrz;
  }

  /** Document number, birth and expiry with their check digits. */
  public String mrzInformation() {
    return mrzInformation;
  }

  /** The card access number. */
  public Optional<String> can() {
    return Optional.ofNullable(can);
  }

  /** The PIN. */
  public Optional<String> pin() {
    return Optional.ofNullable(pin);
  }

  /** The number that unblocks the PIN. */
  public Optional<String> puk() {
    return Optional.ofNullable(puk);
  }

  /** The text of the printed QR code. */
  public Optional<String> qr() {
    return Optional.ofNullable(qr);
  }

  /** What the chip offers; nothing means that every unlocked file is free to read. */
  public Set<Access> access() {
    return access;
  }

  /** How PACE runs, when it is offered. */
  public Optional<PaceParameters> pace() {
    return Optional.ofNullable(pace);
  }

  /** The private part of Chip Authentication. */
  public Optional<ChipAuthenticationPart> chipAuthentication() {
    return Optional.ofNullable(chipAuthentication);
  }

  /** The private part of Active Authentication, with SHA-1. */
  public Optional<RSAPrivateKey> activeAuthentication() {
    return Optional.ofNullable(activeAuthentication);
  }

  /** Collects the parts; the MRZ is required. */
  static final class Builder {
    private final Map<Integer, byte[]> files = new LinkedHashMap<>();
    private final Map<Integer, byte[]> masterFiles = new LinkedHashMap<>();
    private final Set<Integer> locked = new LinkedHashSet<>();
    private final Set<Access> access = new LinkedHashSet<>();
    private List<String> mrz = List.of();
    private @Nullable String can;
    private @Nullable String pin;
    private @Nullable String puk;
    private @Nullable String qr;
    private @Nullable PaceParameters pace;
    private @Nullable ChipAuthenticationPart chipAuthentication;
    private @Nullable RSAPrivateKey activeAuthentication;

    private Builder() {}

    Builder file(int fid, byte[] content) {
      files.put(fid, content);
      return this;
    }

    Builder dataGroup(int number, byte[] content) {
      return file(DG_BASE + number, content);
    }

    Builder masterFile(int fid, byte[] content) {
      masterFiles.put(fid, content);
      return this;
    }

    Builder lockedDataGroup(int number) {
      locked.add(DG_BASE + number);
      return this;
    }

    Builder mrz(List<String> lines) {
      mrz = List.copyOf(lines);
      return this;
    }

    Builder can(String number) {
      can = number;
      return this;
    }

    Builder pin(String digits) {
      pin = digits;
      return this;
    }

    Builder puk(String digits) {
      puk = digits;
      return this;
    }

    Builder qr(String text) {
      qr = text;
      return this;
    }

    Builder bac() {
      access.add(Access.BAC);
      return this;
    }

    Builder pace(PaceParameters parameters) {
      access.add(Access.PACE);
      pace = parameters;
      return this;
    }

    Builder chipAuthentication(ECPrivateKeyParameters key, String oid) {
      chipAuthentication = new ChipAuthenticationPart(key, oid);
      return this;
    }

    Builder activeAuthentication(RSAPrivateKey key) {
      activeAuthentication = key;
      return this;
    }

    Document build() {
      return new Document(this);
    }
  }
}
