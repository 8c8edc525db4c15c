package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.issuer.DetailFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
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

  /** File identifier of EF.CVCA. */
  public static final int CVCA = 0x011C;

  /** File identifier of EF.CardAccess, beside the application. */
  public static final int CARD_ACCESS = 0x011C;

  /** File identifier of EF.CardSecurity, beside the application. */
  public static final int CARD_SECURITY = 0x011D;

  /** File identifier of EF.DIR, beside the application. */
  public static final int DIR = 0x2F00;

  /** File identifier of EF.ATR/INFO, beside the application. */
  public static final int ATR_INFO = 0x2F01;

  private final Builder parts;
  private final String mrzInformation;

  /** One PACEInfo: protocol, and domain parameters by number or of the chip's own. */
  public record PaceParameters(String oid, int parameterId, Optional<AlgorithmIdentifier> own) {
    /** Standardised domain parameters. */
    public static PaceParameters standardised(String oid, int parameterId) {
      return new PaceParameters(oid, parameterId, Optional.empty());
    }
  }

  /** A code that is counted: the digits, and the tries that are left. */
  public record Code(String digits, int tries) {
    @Override
    public String toString() {
      return "Code[" + tries + " tries]";
    }
  }

  /** A key of Chip Authentication, and a protocol that it is for. */
  public record ChipAuthenticationPart(AsymmetricKeyParameter key, String oid, OptionalInt keyId) {}

  /**
   * What Terminal Authentication starts from.
   *
   * @param trustPoints certificates of the verifying authority, the current one first
   * @param currentDate the latest date that the chip knows to be past
   * @param authority who has the keys
   */
  public record TerminalPart(
      List<byte[]> trustPoints, LocalDate currentDate, Authority authority) {}

  /** Whose certificates a chip trusts in Terminal Authentication. */
  public enum Authority {
    /** The published one, whose keys the simulator gives away. */
    TEST,
    /** One of the user's own. */
    OTHER
  }

  private Document(Builder parts) {
    this.parts = parts;
    this.mrzInformation = Mrz.information(parts.mrz);
  }

  static Builder builder() {
    return new Builder();
  }

  /** This document with one more file in the eMRTD application. */
  public Document with(int fid, byte[] content) {
    return new Builder(parts).file(fid, content).build();
  }

  /** A copy to change: what is built from it differs from this document in what was set. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** This document with one more file beside the application. */
  public Document withMasterFile(int fid, byte[] content) {
    return new Builder(parts).masterFile(fid, content).build();
  }

  /** File identifier to content, files of the eMRTD application. */
  public Map<Integer, byte[]> files() {
    return Collections.unmodifiableMap(parts.files);
  }

  /** File identifier to content, files beside the application. */
  public Map<Integer, byte[]> masterFiles() {
    return Collections.unmodifiableMap(parts.masterFiles);
  }

  /** The set of SecurityInfos that the issuer signs for EF.CardSecurity. */
  public Optional<byte[]> cardSecurity() {
    return Optional.ofNullable(parts.cardSecurity).map(byte[]::clone);
  }

  /** Files that nothing here opens: Terminal Authentication is not simulated for them. */
  public Set<Integer> locked() {
    return Collections.unmodifiableSet(parts.locked);
  }

  /** Files that Terminal Authentication opens, and the right that it takes. */
  public Map<Integer, TerminalRight> guarded() {
    return Collections.unmodifiableMap(parts.guarded);
  }

  /** The lines of the MRZ. */
  public List<String> mrz() {
    return parts.mrz;
  }

  /** Document number, birth and expiry with their check digits. */
  public String mrzInformation() {
    return mrzInformation;
  }

  /** The card access number. */
  public Optional<String> can() {
    return Optional.ofNullable(parts.can);
  }

  /** The PIN. */
  public Optional<Code> pin() {
    return Optional.ofNullable(parts.pin);
  }

  /** The number that unblocks the PIN. */
  public Optional<Code> puk() {
    return Optional.ofNullable(parts.puk);
  }

  /** The text of the printed QR code. */
  public Optional<String> qr() {
    return Optional.ofNullable(parts.qr);
  }

  /** Whether BAC opens it. Without it and {@link #pace} every unlocked file is free to read. */
  public boolean bac() {
    return parts.bac;
  }

  /** The ways of PACE in the order in which they are announced. */
  public List<PaceParameters> pace() {
    return Collections.unmodifiableList(parts.pace);
  }

  /** The static key of PACE with Chip Authentication Mapping. */
  public Optional<ECPrivateKeyParameters> mappingKey() {
    return Optional.ofNullable(parts.mappingKey);
  }

  /** The private parts of Chip Authentication. */
  public List<ChipAuthenticationPart> chipAuthentication() {
    return Collections.unmodifiableList(parts.chipAuthentication);
  }

  /** The private part of Active Authentication. */
  public Optional<ActiveAuthenticationPart> activeAuthentication() {
    return Optional.ofNullable(parts.activeAuthentication);
  }

  /** What Terminal Authentication starts from. */
  public Optional<TerminalPart> terminalAuthentication() {
    return Optional.ofNullable(parts.terminal);
  }

  /** How much the chip says at a time. */
  public ChipLimits limits() {
    return parts.limits;
  }

  /** Collects the parts; the MRZ is required. */
  public static final class Builder {
    private final Map<Integer, byte[]> files = new LinkedHashMap<>();
    private final Map<Integer, byte[]> masterFiles = new LinkedHashMap<>();
    private final Set<Integer> locked = new LinkedHashSet<>();
    private final Map<Integer, TerminalRight> guarded = new LinkedHashMap<>();
    private final List<PaceParameters> pace = new ArrayList<>();
    private final List<ChipAuthenticationPart> chipAuthentication = new ArrayList<>();
    private byte @Nullable [] cardSecurity;
    private List<String> mrz = List.of();
    private @Nullable String can;
    private @Nullable Code pin;
    private @Nullable Code puk;
    private @Nullable String qr;
    private boolean bac;
    private @Nullable ECPrivateKeyParameters mappingKey;
    private @Nullable ActiveAuthenticationPart activeAuthentication;
    private @Nullable TerminalPart terminal;
    private ChipLimits limits = ChipLimits.none();

    private Builder() {}

    private Builder(Builder other) {
      files.putAll(other.files);
      masterFiles.putAll(other.masterFiles);
      locked.addAll(other.locked);
      guarded.putAll(other.guarded);
      pace.addAll(other.pace);
      chipAuthentication.addAll(other.chipAuthentication);
      cardSecurity = other.cardSecurity;
      mrz = other.mrz;
      can = other.can;
      pin = other.pin;
      puk = other.puk;
      qr = other.qr;
      bac = other.bac;
      mappingKey = other.mappingKey;
      activeAuthentication = other.activeAuthentication;
      terminal = other.terminal;
      limits = other.limits;
    }

    /** A file of the eMRTD application, in the place of one that has its identifier. */
    public Builder file(int fid, byte[] content) {
      files.put(fid, content);
      return this;
    }

    /** A data group, tag and length included. */
    public Builder dataGroup(int number, byte[] content) {
      return file(DG_BASE + number, content);
    }

    /** A file beside the application. */
    public Builder masterFile(int fid, byte[] content) {
      masterFiles.put(fid, content);
      return this;
    }

    /** Leaves a file of the application out. */
    public Builder withoutFile(int fid) {
      files.remove(fid);
      return this;
    }

    /** Leaves a file beside the application out. */
    public Builder withoutMasterFile(int fid) {
      masterFiles.remove(fid);
      return this;
    }

    /** The set of SecurityInfos that the issuer signs for EF.CardSecurity. */
    public Builder cardSecurity(byte[] securityInfos) {
      cardSecurity = securityInfos;
      return this;
    }

    /** A data group that nothing opens. */
    public Builder lockedDataGroup(int number) {
      locked.add(DG_BASE + number);
      return this;
    }

    /** A data group that Terminal Authentication opens. */
    public Builder guardedDataGroup(int number, TerminalRight right) {
      guarded.put(DG_BASE + number, right);
      return this;
    }

    /** The lines of the MRZ, as printed; DG1 is a file of its own. */
    public Builder mrz(List<String> lines) {
      mrz = List.copyOf(lines);
      return this;
    }

    /** The card access number, if there is one. */
    public Builder can(@Nullable String number) {
      can = number;
      return this;
    }

    /** The PIN, if there is one. */
    public Builder pin(@Nullable Code code) {
      pin = code;
      return this;
    }

    /** The number that unblocks the PIN, if there is one. */
    public Builder puk(@Nullable Code code) {
      puk = code;
      return this;
    }

    /** The text of the printed QR code. */
    public Builder qr(String text) {
      qr = text;
      return this;
    }

    /** Basic Access Control opens it. */
    public Builder bac() {
      bac = true;
      return this;
    }

    /** One more way of PACE. */
    public Builder pace(PaceParameters parameters) {
      pace.add(parameters);
      return this;
    }

    /** The static key of PACE with Chip Authentication Mapping. */
    public Builder mappingKey(ECPrivateKeyParameters key) {
      mappingKey = key;
      return this;
    }

    /** One more key of Chip Authentication. */
    public Builder chipAuthentication(ChipAuthenticationPart part) {
      chipAuthentication.add(part);
      return this;
    }

    /** Takes all keys of Chip Authentication away. */
    public Builder withoutChipAuthentication() {
      chipAuthentication.clear();
      return this;
    }

    /** The key of Active Authentication. */
    public Builder activeAuthentication(ActiveAuthenticationPart part) {
      activeAuthentication = part;
      return this;
    }

    /** What Terminal Authentication starts from; EF.CVCA says so. */
    public Builder trusting(TerminalPart part) {
      terminal = part;
      List<String> names = part.trustPoints().stream().map(CvCertificates::holder).toList();
      return file(CVCA, DetailFiles.authorities(names));
    }

    /** How much the chip says at a time. */
    public Builder limits(ChipLimits value) {
      limits = value;
      return this;
    }

    /** The document. */
    public Document build() {
      return new Document(new Builder(this));
    }
  }
}
