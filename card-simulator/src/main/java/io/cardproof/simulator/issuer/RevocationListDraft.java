package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A revocation list before it is signed (ICAO 9303-12 §7.1.4). As it comes it is fresh for 90 days,
 * names nobody and has the number 1.
 */
public final class RevocationListDraft {
  private final V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
  private final List<Extension> extensions = new ArrayList<>();
  private final SigningKey key;
  private final Instant thisUpdate;
  private Instant nextUpdate;
  private @Nullable BigInteger number = BigInteger.ONE;

  RevocationListDraft(X500Name issuer, byte[] keyId, SigningKey key, Instant thisUpdate) {
    this.key = key;
    this.thisUpdate = thisUpdate;
    this.nextUpdate = thisUpdate.plus(Duration.ofDays(90));
    generator.setIssuer(issuer);
    extensions.add(CertificateExtensions.authorityKeyIdentifier(keyId));
  }

  /** Good until then; a moment in the past makes it stale. */
  public RevocationListDraft until(Instant moment) {
    nextUpdate = moment;
    return this;
  }

  /** The list's number. */
  public RevocationListDraft number(long listNumber) {
    number = BigInteger.valueOf(listNumber);
    return this;
  }

  /** No number, which 9303-12 asks for. */
  public RevocationListDraft withoutNumber() {
    number = null;
    return this;
  }

  /**
   * Revokes a certificate.
   *
   * @param reason a number of RFC 5280 §5.3.1, such as 1 for key compromise
   */
  public RevocationListDraft revoke(BigInteger serial, Instant date, int reason) {
    generator.addCRLEntry(
        new ASN1Integer(serial), CertificateDraft.time(date), reason, (ASN1GeneralizedTime) null);
    return this;
  }

  /** Only the changes since the list of that number: whom it does not name may be on that one. */
  public RevocationListDraft changesSince(long base) {
    extensions.add(
        CertificateExtensions.extension(Extension.deltaCRLIndicator, true, new ASN1Integer(base)));
    return this;
  }

  /** Adds a critical extension that nobody knows: nobody may rely on the list. */
  public RevocationListDraft unknownCriticalExtension() {
    extensions.add(
        CertificateExtensions.extension(
            new ASN1ObjectIdentifier("2.25.31415926535"), true, DERNull.INSTANCE));
    return this;
  }

  /** The list in DER. */
  public byte[] sign() {
    return signedBy(key);
  }

  /** The list in DER, in this CA's name but under the key of another: successor or impostor. */
  public byte[] signedBy(CountrySigner other) {
    return signedBy(other.key());
  }

  /** The list in DER with a signature that is wrong. */
  public byte[] forged() {
    byte[] list = sign();
    list[list.length - 1] ^= 1;
    return list;
  }

  private byte[] signedBy(SigningKey signer) {
    List<Extension> all = new ArrayList<>(extensions);
    if (number != null) {
      all.add(CertificateExtensions.extension(Extension.cRLNumber, false, new ASN1Integer(number)));
    }
    generator.setSignature(signer.algorithm());
    generator.setThisUpdate(CertificateDraft.time(thisUpdate));
    generator.setNextUpdate(CertificateDraft.time(nextUpdate));
    generator.setExtensions(new Extensions(all.toArray(new Extension[0])));
    return SigningKey.der(CertificateDraft.signed(generator.generateTBSCertList(), signer));
  }
}
