package io.cardproof.simulator.issuer;

import static io.cardproof.simulator.issuer.CertificateExtensions.alternativeName;
import static io.cardproof.simulator.issuer.CertificateExtensions.authorityKeyIdentifier;
import static io.cardproof.simulator.issuer.CertificateExtensions.crlDistributionPoints;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The extensions that certificates of one issuer have when nothing is wrong with them. */
record ProfileExtensions(IssuerProfile profile, IssuerDates dates) {

  List<Extension> authority(byte[] issuerKeyId, byte[] keyId) {
    return List.of(
        authorityKeyIdentifier(issuerKeyId),
        CertificateExtensions.subjectKeyIdentifier(keyId),
        CertificateExtensions.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
        CertificateExtensions.certificateAuthority(),
        CertificateExtensions.privateKeyUsagePeriod(dates.cscaFrom(), dates.cscaKeyUntil()),
        alternativeName(Extension.subjectAlternativeName, profile.state(), profile.siteUris()),
        alternativeName(Extension.issuerAlternativeName, profile.state(), List.of()),
        crlDistributionPoints(profile.crlUris()),
        TestMarker.extension());
  }

  List<Extension> signer(byte[] issuerKeyId, byte[] keyId) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(authorityKeyIdentifier(issuerKeyId));
    extensions.add(CertificateExtensions.subjectKeyIdentifier(keyId));
    extensions.add(CertificateExtensions.keyUsage(KeyUsage.digitalSignature));
    extensions.add(
        CertificateExtensions.privateKeyUsagePeriod(dates.signerFrom(), dates.signerKeyUntil()));
    extensions.add(
        alternativeName(Extension.subjectAlternativeName, profile.state(), profile.siteUris()));
    extensions.add(alternativeName(Extension.issuerAlternativeName, profile.state(), List.of()));
    extensions.add(crlDistributionPoints(profile.crlUris()));
    profile
        .certificateUris()
        .forEach(uri -> extensions.add(CertificateExtensions.certificateOfIssuer(uri)));
    extensions.add(TestMarker.extension());
    return extensions;
  }
}
