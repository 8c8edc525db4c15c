package io.cardproof.simulator.chip;

import java.security.interfaces.RSAPrivateKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * All that personalisation writes into a chip: files, keys, access rules and quirks. Immutable, so
 * that one image serves many {@link VirtualCard}s.
 */
public final class ChipImage {
  private final Builder settings;

  private ChipImage(Builder settings) {
    this.settings = settings;
  }

  /** An empty image: no files, no access control, extended length supported. */
  public static Builder builder() {
    return new Builder();
  }

  /** The settings of this chip, to make another that differs in some. */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /** Answer to reset; a copy. */
  public byte[] atr() {
    byte[] given = settings.atr;
    return given != null ? given.clone() : HistoricalBytes.atr(this);
  }

  /** Content of a file of the master file, if there is one; a copy. */
  public Optional<byte[]> masterFile(int fid) {
    return Optional.ofNullable(settings.contents.masterFiles().get(fid)).map(byte[]::clone);
  }

  /** Content of a file of the LDS application, if there is one; a copy. */
  public Optional<byte[]> file(int fid) {
    return Optional.ofNullable(settings.contents.files().get(fid)).map(byte[]::clone);
  }

  /** Identifiers of the LDS application's files in the order in which they were written. */
  public List<Integer> fileIds() {
    return List.copyOf(settings.contents.files().keySet());
  }

  /** Whether the file answers 6982 for ever. */
  public boolean isLocked(int fid) {
    return settings.contents.locked().contains(fid);
  }

  ChipFiles contents() {
    return settings.contents;
  }

  AccessControl access() {
    return settings.access;
  }

  List<ChipAuthenticationKey> chipAuthenticationKeys() {
    return settings.chipAuthenticationKeys;
  }

  Optional<ActiveAuthenticationKey> activeAuthenticationKey() {
    return Optional.ofNullable(settings.activeAuthenticationKey);
  }

  Optional<TerminalTrust> terminalTrust() {
    return Optional.ofNullable(settings.terminalTrust);
  }

  LongAnswers longAnswers() {
    return settings.longAnswers;
  }

  int maxResponseData() {
    return settings.maxResponseData;
  }

  boolean isShortLengthOnly() {
    return settings.shortLengthOnly;
  }

  Interference interference() {
    return settings.interference;
  }

  int removedAt() {
    return settings.removedAt;
  }

  /** Collects what the chip holds. Arrays are copied. */
  public static final class Builder {
    /** Keeps a protected answer of ISO 7816-4's 65,536 bytes within vpcd's two-byte length. */
    private static final int MOST_RESPONSE_DATA = 65_000;

    private static final int NEVER = Integer.MAX_VALUE;

    private byte @Nullable [] atr;
    private final ChipFiles contents;
    private final AccessControl access;
    private final List<ChipAuthenticationKey> chipAuthenticationKeys;
    private @Nullable ActiveAuthenticationKey activeAuthenticationKey;
    private @Nullable TerminalTrust terminalTrust;
    private LongAnswers longAnswers = LongAnswers.EXTENDED;
    private int maxResponseData = MOST_RESPONSE_DATA;
    private boolean shortLengthOnly;
    private int removedAt = NEVER;
    private Interference interference = Interference.NONE;

    private Builder() {
      contents = new ChipFiles();
      access = new AccessControl();
      chipAuthenticationKeys = new ArrayList<>();
    }

    private Builder(Builder other) {
      atr = other.atr;
      contents = other.contents.copy();
      access = other.access.copy();
      chipAuthenticationKeys = new ArrayList<>(other.chipAuthenticationKeys);
      activeAuthenticationKey = other.activeAuthenticationKey;
      terminalTrust = other.terminalTrust;
      longAnswers = other.longAnswers;
      maxResponseData = other.maxResponseData;
      shortLengthOnly = other.shortLengthOnly;
      removedAt = other.removedAt;
      interference = other.interference;
    }

    /**
     * The answer to reset. By default the one that PC/SC part 3 makes of an ISO 14443-4 chip, whose
     * historical bytes announce extended length and no details of it in EF.ATR/INFO.
     */
    public Builder atr(byte[] bytes) {
      if (bytes.length < 2 || bytes.length > 33) {
        throw new IllegalArgumentException("an ATR has 2 to 33 bytes, not " + bytes.length);
      }
      atr = bytes.clone();
      return this;
    }

    /** A file that everyone may read: EF.CardAccess 011C, EF.ATR/INFO 2F01. */
    public Builder masterFile(int fid, byte[] content) {
      contents.putIntoMasterFile(fid, content);
      return this;
    }

    /** A file of the LDS application; its short identifier is {@code fid & 1F}. */
    public Builder file(int fid, byte[] content) {
      contents.put(fid, content);
      return this;
    }

    /** A file that exists and always answers 6982, as without Terminal Authentication. */
    public Builder locked(int fid) {
      contents.lock(fid);
      return this;
    }

    /** After access, selecting or reading that file answers this status word. */
    public Builder statusFor(int fid, int sw) {
      contents.setStatus(fid, sw);
      return this;
    }

    /**
     * MRZ_information of ICAO 9303-11 §4.3.2: document number, date of birth, date of expiry, each
     * with its check digit. Opens the chip by BAC, unless {@link #bac} is false, and by PACE if
     * there is {@link #pace}.
     */
    public Builder mrzKey(String mrzInformation) {
      access.setMrzKey(mrzInformation);
      return this;
    }

    /** Card access number, for PACE. */
    public Builder can(String digits) {
      access.setCan(digits);
      return this;
    }

    /** Whether BAC is offered, by default it is where there is an {@link #mrzKey}. */
    public Builder bac(boolean offered) {
      access.setBac(offered);
      return this;
    }

    /**
     * Offers a way of PACE. Each call is one PACEInfo; their order is kept.
     *
     * @param oid of the protocol in dotted form
     * @param parameterId standardised domain parameters, ICAO 9303-11 §9.5.1
     * @throws IllegalArgumentException if the standard has no such combination
     */
    public Builder pace(String oid, int parameterId) {
      access.add(PaceProfile.of(oid, parameterId));
      return this;
    }

    /**
     * Offers a way of PACE under domain parameters of the chip's own, as its
     * PACEDomainParameterInfo announces them.
     *
     * @param parameterId the identifier that terminals know them by
     * @param domainAlgorithm DER of the AlgorithmIdentifier
     * @throws IllegalArgumentException if the chip cannot compute with them
     */
    public Builder pace(String oid, int parameterId, byte[] domainAlgorithm) {
      access.add(PaceProfile.of(oid, parameterId, domainAlgorithm));
      return this;
    }

    /**
     * The holder's PIN, for PACE.
     *
     * @param tries how many are left at issue, of 3: at 1 it is suspended and wants the CAN first,
     *     at 0 it is blocked and wants the PUK
     */
    public Builder pin(String digits, int tries) {
      access.setPin(CountedCode.pin(digits, tries));
      return this;
    }

    /**
     * The PUK, which unblocks the PIN and opens nothing else.
     *
     * @param tries how many uses it bears, at most 15: each wrong one and each unblocking is one
     */
    public Builder puk(String digits, int tries) {
      access.setPuk(CountedCode.puk(digits, tries));
      return this;
    }

    /**
     * A static key of PACE with Chip Authentication Mapping, one that EF.CardSecurity holds; one
     * for each curve on which that mapping is offered.
     */
    public Builder chipAuthenticationMapping(ECPrivateKeyParameters key) {
      access.add(key);
      return this;
    }

    /**
     * What Chip Authentication Mapping sends for its data, which it is given in whole blocks,
     * padding included. By default as they are.
     */
    public Builder mappingData(UnaryOperator<byte[]> change) {
      access.setMappingData(change);
      return this;
    }

    /** A key for Chip Authentication without identifier. */
    public Builder chipAuthentication(ECPrivateKeyParameters key, String protocolOid) {
      return chipAuthentication(key, protocolOid, OptionalInt.empty());
    }

    /**
     * Adds a key for Chip Authentication. With several identifiers the terminal must name one.
     *
     * @param key an EC or a Diffie-Hellman private key
     * @throws IllegalArgumentException if the protocol is none for such a key
     */
    public Builder chipAuthentication(
        AsymmetricKeyParameter key, String protocolOid, OptionalInt keyId) {
      chipAuthenticationKeys.add(ChipAuthenticationKey.of(key, protocolOid, keyId));
      return this;
    }

    /** RSA with the usual trailer: BC for SHA-1, else the one that names the hash. */
    public Builder activeAuthentication(RSAPrivateKey key, String digest) {
      return activeAuthentication(
          key,
          digest,
          digest.equals("SHA-1") ? SignatureTrailer.IMPLICIT : SignatureTrailer.EXPLICIT);
    }

    /**
     * Sets the key for Active Authentication.
     *
     * @param digest SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512
     * @throws IllegalArgumentException if the chip does not know the digest, or the modulus has
     *     less than 1024 bits
     */
    public Builder activeAuthentication(
        RSAPrivateKey key, String digest, SignatureTrailer trailer) {
      activeAuthenticationKey = ActiveAuthenticationKey.of(key, digest, trailer);
      return this;
    }

    /**
     * Sets the key for Active Authentication.
     *
     * @param digest SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512
     * @throws IllegalArgumentException if the chip does not know the digest
     */
    public Builder activeAuthentication(
        ECPrivateKeyParameters key, String digest, EcSignatureForm form) {
      activeAuthenticationKey = ActiveAuthenticationKey.of(key, digest, form);
      return this;
    }

    /**
     * Offers Terminal Authentication version 1 and writes EF.CVCA, 011C in the application.
     *
     * @param trustPoints certificates of the verifying authority, the current one first; at most
     *     two
     * @param currentDate the latest date that the chip knows to be past
     * @throws IllegalArgumentException if one is no certificate of an authority
     */
    public Builder terminalAuthentication(List<byte[]> trustPoints, LocalDate currentDate) {
      terminalTrust = TerminalTrust.of(trustPoints, currentDate);
      return this;
    }

    /** The file answers 6982 until a terminal with that right has authenticated itself. */
    public Builder opensByTerminalRight(int fid, TerminalRight right) {
      contents.setRight(fid, right);
      return this;
    }

    /** What becomes of answers longer than a short response; {@link LongAnswers#EXTENDED}. */
    public Builder longAnswers(LongAnswers how) {
      longAnswers = how;
      return this;
    }

    /** READ BINARY gives at most this many bytes at a time, with 9000. */
    public Builder maxResponseData(int bytes) {
      if (bytes < 1 || bytes > MOST_RESPONSE_DATA) {
        throw new IllegalArgumentException("1 to " + MOST_RESPONSE_DATA + " bytes");
      }
      maxResponseData = bytes;
      return this;
    }

    /** Quirk: commands of extended length answer 6700, and the default ATR says so. */
    public Builder shortLengthOnly() {
      shortLengthOnly = true;
      return this;
    }

    /**
     * The card is gone at the n-th command since it was made or last reset, and stays away until
     * the next reset. It goes once: a card that was put back is a good card.
     */
    public Builder removedAt(int n) {
      if (n < 1) {
        throw new IllegalArgumentException("commands are counted from 1");
      }
      removedAt = n;
      return this;
    }

    /** What comes between the chip and its answers; behind what was set before. */
    public Builder interference(Interference next) {
      interference = interference == Interference.NONE ? next : new Chained(interference, next);
      return this;
    }

    /**
     * The image; this builder may go on to make others.
     *
     * @throws IllegalStateException if Chip Authentication Mapping is offered on a curve without a
     *     key
     */
    public ChipImage build() {
      access.check();
      return new ChipImage(new Builder(this));
    }
  }
}
