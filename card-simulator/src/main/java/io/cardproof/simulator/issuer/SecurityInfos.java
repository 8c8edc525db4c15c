package io.cardproof.simulator.issuer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What a chip announces in EF.CardAccess, EF.CardSecurity and DG14 (ICAO 9303-11 §9.2). */
public final class SecurityInfos {
  /** Chip Authentication with ECDH and AES-128 (TR-03110-3 §A.1.1.2). */
  public static final String CA_ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";

  /** PACE, generic mapping, ECDH, AES-128. */
  public static final String PACE_ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2";

  private static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2";
  private static final String CHIP_KEY_DH = "0.4.0.127.0.7.2.2.1.1";
  private static final String CHIP_KEY_ECDH = "0.4.0.127.0.7.2.2.1.2";
  private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
  private static final int PACE_VERSION = 2;

  private final List<ASN1Encodable> infos = new ArrayList<>();

  /** PACEInfo with standardised domain parameters, or the number of the chip's own. */
  public SecurityInfos pace(String oid, int parameterId) {
    return add(oid, new ASN1Integer(PACE_VERSION), new ASN1Integer(parameterId));
  }

  /**
   * PACEDomainParameterInfo: the chip's own parameters.
   *
   * @param oid of the mapping, without the arc of the cipher
   */
  public SecurityInfos paceDomain(String oid, AlgorithmIdentifier domain, int parameterId) {
    return add(oid, domain, new ASN1Integer(parameterId));
  }

  /** ChipAuthenticationInfo, version 1. */
  public SecurityInfos chipAuthentication(String oid, OptionalInt keyId) {
    return keyId.isPresent()
        ? add(oid, new ASN1Integer(1), new ASN1Integer(keyId.getAsInt()))
        : add(oid, new ASN1Integer(1));
  }

  /** ChipAuthenticationPublicKeyInfo. */
  public SecurityInfos chipKey(SubjectPublicKeyInfo key, OptionalInt keyId) {
    String oid = isDiffieHellman(key) ? CHIP_KEY_DH : CHIP_KEY_ECDH;
    return keyId.isPresent() ? add(oid, key, new ASN1Integer(keyId.getAsInt())) : add(oid, key);
  }

  /** TerminalAuthenticationInfo, version 1, without the place of EF.CVCA: it is the usual one. */
  public SecurityInfos terminalAuthentication() {
    return add(TERMINAL_AUTHENTICATION, new ASN1Integer(1));
  }

  /** ActiveAuthenticationInfo with the algorithm that the chip signs with. */
  public SecurityInfos activeAuthentication(String signatureOid) {
    return add(ACTIVE_AUTHENTICATION, new ASN1Integer(1), new ASN1ObjectIdentifier(signatureOid));
  }

  /** All that the other one announces. */
  public SecurityInfos and(SecurityInfos other) {
    infos.addAll(other.infos);
    return this;
  }

  /** Whether there is nothing to announce. */
  public boolean isEmpty() {
    return infos.isEmpty();
  }

  /** The set in the order in which it was filled: a chip's order of PACEInfos has a meaning. */
  public byte[] inOrder() {
    return SigningKey.inOrder(new DLSet(infos.toArray(new ASN1Encodable[0])));
  }

  /** The set in the order of DER. */
  public byte[] sorted() {
    return SigningKey.der(new DERSet(infos.toArray(new ASN1Encodable[0])));
  }

  private static boolean isDiffieHellman(SubjectPublicKeyInfo key) {
    return key.getPublicKeyData().getOctets()[0] == 0x02;
  }

  private SecurityInfos add(String oid, ASN1Encodable... parts) {
    ASN1EncodableVector info = new ASN1EncodableVector();
    info.add(new ASN1ObjectIdentifier(oid));
    for (ASN1Encodable part : parts) {
      info.add(part);
    }
    infos.add(new DERSequence(info));
    return this;
  }
}
