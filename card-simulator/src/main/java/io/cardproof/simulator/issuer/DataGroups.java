package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** The files of the logical data structure that are short to write (ICAO 9303-10 §4). */
public final class DataGroups {
  /** Chip Authentication with ECDH and AES-128 (TR-03110-3 §A.1.1.2). */
  public static final String CA_ECDH_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";

  /** PACE, generic mapping, ECDH, AES-128. */
  public static final String PACE_ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2";

  /** The standardized domain parameters brainpoolP256r1 (ICAO 9303-11 §9.5.1). */
  public static final int BRAINPOOL_P256R1 = 13;

  private static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2";
  private static final String CA_PUBLIC_KEY_ECDH = "0.4.0.127.0.7.2.2.1.2";
  private static final int[] TAGS = {
    0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70
  };
  private static final int FINGER_BYTES = 11_000;

  private DataGroups() {}

  /** The application tag of a data group's file. */
  public static int tag(int number) {
    return TAGS[number - 1];
  }

  /** EF.COM of LDS 1.7, its tag list in the order given. */
  public static byte[] com(List<Integer> numbers) {
    ByteArrayOutputStream tags = new ByteArrayOutputStream();
    numbers.forEach(number -> tags.write(tag(number)));
    return Tlv.of(
        0x60,
        Tlv.of(0x5F01, "0107".getBytes(US_ASCII)),
        Tlv.of(0x5F36, "040000".getBytes(US_ASCII)),
        Tlv.of(0x5C, tags.toByteArray()));
  }

  /** EF.DG1 with the lines of the MRZ. */
  public static byte[] dg1(List<String> mrz) {
    return Tlv.of(0x61, Tlv.of(0x5F1F, String.join("", mrz).getBytes(US_ASCII)));
  }

  /** EF.DG3: stands for fingerprints that no reader here may open; its hash is all that counts. */
  public static byte[] dg3(SecureRandom random) {
    byte[] record = new byte[FINGER_BYTES];
    random.nextBytes(record);
    byte[] header = Tlv.of(0xA1, Tlv.of(0x87, new byte[] {1, 1}), Tlv.of(0x88, new byte[] {0, 7}));
    byte[] template = Tlv.of(0x7F60, header, Tlv.of(0x5F2E, record));
    return Tlv.of(0x63, Tlv.of(0x7F61, Tlv.of(0x02, new byte[] {1}), template));
  }

  /** EF.DG14: what EF.CardAccess announces, and the key of Chip Authentication, without key id. */
  public static byte[] dg14(ECPublicKeyParameters key) {
    DERSequence keyInfo = sequence(oid(CA_PUBLIC_KEY_ECDH), withExplicitParameters(key));
    return Tlv.of(
        0x6E,
        SigningKey.der(
            new DERSet(
                new ASN1Encodable[] {
                  terminalAuthentication(), chipAuthentication(), pace(), keyInfo
                })));
  }

  /** EF.CardAccess, 54 bytes: Terminal Authentication, Chip Authentication, PACE. */
  public static byte[] cardAccess() {
    return SigningKey.der(
        new DERSet(new ASN1Encodable[] {terminalAuthentication(), chipAuthentication(), pace()}));
  }

  /** EF.DG15 with the public key of Active Authentication. */
  public static byte[] dg15(java.security.PublicKey key) {
    return Tlv.of(0x6F, key.getEncoded());
  }

  private static DERSequence terminalAuthentication() {
    return sequence(oid(TERMINAL_AUTHENTICATION), new ASN1Integer(1));
  }

  private static DERSequence chipAuthentication() {
    return sequence(oid(CA_ECDH_AES_128), new ASN1Integer(1));
  }

  private static DERSequence pace() {
    return sequence(
        oid(PACE_ECDH_GM_AES_128), new ASN1Integer(2), new ASN1Integer(BRAINPOOL_P256R1));
  }

  private static SubjectPublicKeyInfo withExplicitParameters(ECPublicKeyParameters key) {
    ECDomainParameters domain = key.getParameters();
    X9ECParameters explicit =
        new X9ECParameters(
            domain.getCurve(), new X9ECPoint(domain.getG(), false), domain.getN(), domain.getH());
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new X962Parameters(explicit));
    return new SubjectPublicKeyInfo(algorithm, key.getQ().getEncoded(false));
  }

  private static ASN1ObjectIdentifier oid(String value) {
    return new ASN1ObjectIdentifier(value);
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }
}
