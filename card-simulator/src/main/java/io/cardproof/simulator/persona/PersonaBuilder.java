package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.DetailFiles;
import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.picture.Face;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A document of your own: what opens it, how its chip proves itself, who signs it, and what it
 * holds. All that is not said is that of a plain document of Utopia, ICAO's specimen state; a
 * document without any access protocol is free to read.
 *
 * <pre>{@code
 * Persona mine = PersonaBuilder.passport("mine")
 *     .bac()
 *     .pace(PaceVariant.integrated(StandardGroup.SECP256R1, SessionCipher.AES_256))
 *     .can("123456")
 *     .chipAuthentication(
 *         ChipAuthenticationVariant.of(StandardGroup.MODP_2048_256, SessionCipher.AES_128))
 *     .activeAuthentication(ActiveAuthenticationVariant.rsa(2048, Hash.SHA_256))
 *     .documentSigner(SignatureAlgorithm.rsaPss(3072, Hash.SHA_512))
 *     .hash(Hash.SHA_512)
 *     .build();
 * SimulatedCard card = SimulatedCard.builder().persona(mine).seed(7).build();
 * }</pre>
 *
 * <p>Keys and pictures are made when a card is issued, from the card's seed.
 */
public final class PersonaBuilder {
  final String name;
  final MrzFormat format;
  String summary = "A document made to order";
  String documentCode;
  String documentNumber = "X00TEST99";
  Person person = new Person("Specimen", "Toni Test", "<", MonthDay.of(6, 21), 38, Face.TONI);

  boolean bac;
  final List<PaceVariant> pace = new ArrayList<>();
  @Nullable String can;
  Document.@Nullable Code pin;
  Document.@Nullable Code puk;

  final List<ChipAuthenticationVariant> chipAuthentication = new ArrayList<>();
  @Nullable ActiveAuthenticationVariant activeAuthentication;
  boolean terminalAuthentication;
  Document.@Nullable TerminalPart terminalTrust;
  KeyForm mappingKeyForm = KeyForm.EXPLICIT;

  SignatureAlgorithm countrySigner =
      SignatureAlgorithm.ecdsa(StandardGroup.SECP384R1, Hash.SHA_384);
  SignatureAlgorithm documentSigner =
      SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256);
  Hash hash = Hash.SHA_256;

  PortraitVariant portrait = PortraitVariant.jpeg(12_000);
  final Map<FingerFile.Position, Integer> fingers = new LinkedHashMap<>();
  int irisBytes;
  final Set<Integer> details = new TreeSet<>();
  final Map<Integer, byte[]> files = new LinkedHashMap<>();
  final Map<Integer, byte[]> masterFiles = new LinkedHashMap<>();
  final Set<Integer> withoutFiles = new TreeSet<>();
  final Set<Integer> withoutMasterFiles = new TreeSet<>();
  ChipLimits limits = ChipLimits.none();

  private PersonaBuilder(String name, MrzFormat format, String documentCode) {
    this.name = name;
    this.format = format;
    this.documentCode = documentCode;
  }

  private PersonaBuilder(PersonaBuilder other) {
    name = other.name;
    format = other.format;
    summary = other.summary;
    documentCode = other.documentCode;
    documentNumber = other.documentNumber;
    person = other.person;
    bac = other.bac;
    pace.addAll(other.pace);
    can = other.can;
    pin = other.pin;
    puk = other.puk;
    chipAuthentication.addAll(other.chipAuthentication);
    activeAuthentication = other.activeAuthentication;
    mappingKeyForm = other.mappingKeyForm;
    countrySigner = other.countrySigner;
    documentSigner = other.documentSigner;
    hash = other.hash;
    portrait = other.portrait;
    fingers.putAll(other.fingers);
    irisBytes = other.irisBytes;
    details.addAll(other.details);
    terminalAuthentication = other.terminalAuthentication;
    terminalTrust = other.terminalTrust;
    files.putAll(other.files);
    masterFiles.putAll(other.masterFiles);
    withoutFiles.addAll(other.withoutFiles);
    withoutMasterFiles.addAll(other.withoutMasterFiles);
    limits = other.limits;
  }

  /** A passport: TD3. */
  public static PersonaBuilder passport(String name) {
    return new PersonaBuilder(name, MrzFormat.TD3, "P");
  }

  /** An identity card: TD1, or TD2 if you ask for it. */
  public static PersonaBuilder identityCard(String name, MrzFormat format) {
    return new PersonaBuilder(name, format, "I");
  }

  /** One English line about the document. */
  public PersonaBuilder summary(String text) {
    summary = text;
    return this;
  }

  /** The first one or two letters of the MRZ. */
  public PersonaBuilder documentCode(String letters) {
    documentCode = letters;
    return this;
  }

  /**
   * The document's number: letters and digits. On a card it may have more than nine; then it goes
   * on in the optional data (ICAO 9303-5 §4.2.2.1).
   */
  public PersonaBuilder documentNumber(String number) {
    documentNumber = number;
    return this;
  }

  /** Whose document it is. */
  public PersonaBuilder person(Person value) {
    person = value;
    return this;
  }

  /** Offers Basic Access Control. */
  public PersonaBuilder bac() {
    bac = true;
    return this;
  }

  /** Offers PACE in these ways, in this order, after those that were given before. */
  public PersonaBuilder pace(PaceVariant... variants) {
    pace.addAll(Arrays.asList(variants));
    return this;
  }

  /** Prints a card access number, for PACE. */
  public PersonaBuilder can(String digits) {
    can = digits;
    return this;
  }

  /**
   * Gives the holder a PIN, for PACE.
   *
   * @param triesLeft of three: at 1 it is suspended and wants the CAN first, at 0 it is blocked
   */
  public PersonaBuilder pin(String digits, int triesLeft) {
    pin = new Document.Code(digits, triesLeft);
    return this;
  }

  /** Gives the holder a PUK, which unblocks the PIN that often. */
  public PersonaBuilder puk(String digits, int triesLeft) {
    puk = new Document.Code(digits, triesLeft);
    return this;
  }

  /** Adds keys of Chip Authentication; where there are several, each wants its identifier. */
  public PersonaBuilder chipAuthentication(ChipAuthenticationVariant... variants) {
    chipAuthentication.addAll(Arrays.asList(variants));
    return this;
  }

  /** Gives the chip a key of Active Authentication, and DG15. */
  public PersonaBuilder activeAuthentication(ActiveAuthenticationVariant variant) {
    activeAuthentication = variant;
    return this;
  }

  /**
   * Puts DG3 and DG4 behind Terminal Authentication of the published TEST authority: {@code
   * SimulatedCard.terminal()} has the keys. Adds EF.CVCA.
   */
  public PersonaBuilder terminalAuthentication() {
    terminalAuthentication = true;
    terminalTrust = null;
    return this;
  }

  /**
   * Puts DG3 and DG4 behind Terminal Authentication of an authority of your own. Adds EF.CVCA.
   *
   * @param trustPoints CV certificates of one or two authorities, the current one first
   * @param currentDate what the chip takes for today until a terminal tells it better
   */
  public PersonaBuilder terminalAuthentication(List<byte[]> trustPoints, LocalDate currentDate) {
    terminalAuthentication = true;
    terminalTrust =
        new Document.TerminalPart(List.copyOf(trustPoints), currentDate, Document.Authority.OTHER);
    return this;
  }

  /** How EF.CardSecurity describes the curve of Chip Authentication Mapping's static key. */
  public PersonaBuilder mappingKeyForm(KeyForm form) {
    mappingKeyForm = form;
    return this;
  }

  /** How the country signing CA signs. */
  public PersonaBuilder countrySigner(SignatureAlgorithm algorithm) {
    countrySigner = algorithm;
    return this;
  }

  /** How the document signer signs EF.SOD and EF.CardSecurity. */
  public PersonaBuilder documentSigner(SignatureAlgorithm algorithm) {
    documentSigner = algorithm;
    return this;
  }

  /** The hash of the files in EF.SOD, and the digest of the signed message. */
  public PersonaBuilder hash(Hash value) {
    hash = value;
    return this;
  }

  /** How DG2 holds the portrait. */
  public PersonaBuilder portrait(PortraitVariant variant) {
    portrait = variant;
    return this;
  }

  /** Puts fingerprints into DG3, WSQ of that many bytes each. */
  public PersonaBuilder fingerprints(int bytes, FingerFile.Position... positions) {
    for (FingerFile.Position position : positions) {
      fingers.put(position, bytes);
    }
    return this;
  }

  /** Puts both irises into DG4, JPEG of that many bytes each. */
  public PersonaBuilder irises(int bytes) {
    irisBytes = bytes;
    return this;
  }

  /**
   * Adds data groups with made-up details: 5 portrait as printed, 7 signature, 11 about the holder,
   * 12 about the document, 13 what the state likes, 16 whom to call.
   */
  public PersonaBuilder details(int... dataGroups) {
    for (int number : dataGroups) {
      if (!HolderDetails.KNOWN.contains(number)) {
        throw new IllegalArgumentException("there are made-up details for " + HolderDetails.KNOWN);
      }
      details.add(number);
    }
    return this;
  }

  /** Adds EF.DIR with the eMRTD application. */
  public PersonaBuilder directory() {
    return masterFile(Document.DIR, DetailFiles.directory());
  }

  /** Adds EF.ATR/INFO, and announces it in the answer to reset. Lengths in bytes. */
  public PersonaBuilder information(int maxCommandBytes, int maxResponseBytes) {
    return masterFile(
        Document.ATR_INFO, DetailFiles.information(maxCommandBytes, maxResponseBytes));
  }

  /** A data group as it is, 1 to 16, tag and length included, instead of a generated one. */
  public PersonaBuilder dataGroup(int number, byte[] content) {
    return file(dataGroupFile(number), content);
  }

  /** A file of the eMRTD application as it is; EF.COM and EF.SOD are made when it is issued. */
  public PersonaBuilder file(int fid, byte[] content) {
    files.put(fid, content.clone());
    return this;
  }

  /** A file beside the application as it is: EF.CardAccess, EF.DIR and the like. */
  public PersonaBuilder masterFile(int fid, byte[] content) {
    masterFiles.put(fid, content.clone());
    return this;
  }

  /** Leaves a data group out that would otherwise be there: no portrait, say. */
  public PersonaBuilder withoutDataGroup(int number) {
    withoutFiles.add(dataGroupFile(number));
    return this;
  }

  /** Leaves a file beside the application out. */
  public PersonaBuilder withoutMasterFile(int fid) {
    withoutMasterFiles.add(fid);
    return this;
  }

  /** How much the chip says at a time. */
  public PersonaBuilder limits(ChipLimits value) {
    limits = value;
    return this;
  }

  /**
   * The persona; this builder may go on to make others.
   *
   * @throws IllegalArgumentException if its parts do not go together; the message says which
   */
  public Persona build() {
    if ((pin != null || puk != null || can != null) && pace.isEmpty()) {
      throw new IllegalArgumentException("CAN, PIN and PUK open nothing without PACE");
    }
    if (pace.stream().filter(PaceVariant::provesChip).map(PaceVariant::group).distinct().count()
        > 1) {
      throw new IllegalArgumentException("a chip has one key for Chip Authentication Mapping");
    }
    return new OrderedPersona(new PersonaBuilder(this));
  }

  private static int dataGroupFile(int number) {
    if (number < 1 || number > 16) {
      throw new IllegalArgumentException("data groups are numbered from 1 to 16");
    }
    return Document.DG_BASE + number;
  }
}
