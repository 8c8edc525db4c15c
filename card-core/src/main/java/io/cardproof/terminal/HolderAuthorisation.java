package io.cardproof.terminal;

import io.cardproof.value.Bytes;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a certificate allows its holder, TR-03110-3 §C.1.5 (certificate holder authorisation
 * template).
 *
 * @param oid the terminal type, such as {@link #INSPECTION_SYSTEM}
 * @param bits the discretionary data: two bits of role, then the rights
 */
public record HolderAuthorisation(String oid, Bytes bits) {
  /** id-IS: inspection systems, which read travel documents. */
  public static final String INSPECTION_SYSTEM = "0.4.0.127.0.7.3.1.2.1";

  /** id-AT: authentication terminals. */
  public static final String AUTHENTICATION_TERMINAL = "0.4.0.127.0.7.3.1.2.2";

  /** id-ST: signature terminals. */
  public static final String SIGNATURE_TERMINAL = "0.4.0.127.0.7.3.1.2.3";

  private static final int MAX_BYTES = 32;
  private static final int ROLE = 0xC0;

  /** Checks that there are bits, and not too many. */
  public HolderAuthorisation {
    if (bits.isEmpty() || bits.length() > MAX_BYTES) {
      throw new IllegalArgumentException("an authorisation has from 1 to 32 bytes");
    }
  }

  /** Who the holder is in the chain. */
  public enum Role {
    /** The terminal itself. */
    TERMINAL(0),
    /** A document verifier of another country, or one that is not official. */
    FOREIGN_DV(1),
    /** A document verifier of the document's own country, or an official one. */
    DOMESTIC_DV(2),
    /** The country's verifying certification authority. */
    CVCA(3);

    private final int bits;

    Role(int bits) {
      this.bits = bits;
    }
  }

  /** The authorisation of somebody who reads travel documents. */
  public static HolderAuthorisation inspectionSystem(Role role, Set<TerminalRight> rights) {
    int bits = role.bits << 6;
    for (TerminalRight right : rights) {
      bits |= right.bit();
    }
    return new HolderAuthorisation(INSPECTION_SYSTEM, Bytes.of((byte) bits));
  }

  /** Who the holder is in the chain. */
  public Role role() {
    return Role.values()[bits.at(0) >> 6];
  }

  /** What is allowed in the travel document; nothing to terminals of another type. */
  public Set<TerminalRight> rights() {
    Set<TerminalRight> rights = EnumSet.noneOf(TerminalRight.class);
    if (oid.equals(INSPECTION_SYSTEM)) {
      for (TerminalRight right : TerminalRight.values()) {
        if ((bits.at(bits.length() - 1) & right.bit()) != 0) {
          rights.add(right);
        }
      }
    }
    return rights;
  }

  /**
   * What is left when {@code issued} was certified under this one: its role, and the rights that
   * both have; none if they are of different types of terminal.
   */
  public HolderAuthorisation restrict(HolderAuthorisation issued) {
    boolean comparable = oid.equals(issued.oid) && bits.length() == issued.bits.length();
    byte[] both = issued.bits.toByteArray();
    for (int i = 0; i < both.length; i++) {
      int rights = comparable ? bits.at(i) : 0;
      both[i] &= (byte) (i == 0 ? rights | ROLE : rights);
    }
    return new HolderAuthorisation(issued.oid, Bytes.of(both));
  }
}
