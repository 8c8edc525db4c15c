package io.cardproof.simulator.link;

import io.cardproof.simulator.issuer.CvParty;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ejbca.cvc.CVCertificate;
import org.ejbca.cvc.CertificateParser;
import org.ejbca.cvc.exception.ConstructionException;
import org.ejbca.cvc.exception.ParseException;
import org.jmrtd.cert.CVCPrincipal;
import org.jmrtd.cert.CardVerifiableCertificate;

/**
 * A terminal as JMRTD wants it.
 *
 * @param authority the trust point's name
 */
record JmrtdTerminal(CVCPrincipal authority, List<byte[]> chain, PrivateKey key, String algorithm) {

  static JmrtdTerminal of(CvParty authority, List<CvParty> chain) throws GeneralSecurityException {
    CvParty system = chain.get(chain.size() - 1);
    String kind =
        switch (system.key().algorithm().scheme()) {
          case ECDSA -> "EC";
          case RSA_PKCS1, RSA_PSS -> "RSA";
        };
    List<byte[]> certificates = chain.stream().map(CvParty::certificate).toList();
    return of(authority.reference(), certificates, kind, system.key().pkcs8());
  }

  static JmrtdTerminal of(String authority, List<byte[]> chain, String kind, byte[] pkcs8)
      throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance(kind, new BouncyCastleProvider())
            .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    return new JmrtdTerminal(new CVCPrincipal(authority), chain, key, kind);
  }

  /** A list of their own for each run: JMRTD changes it. */
  List<CardVerifiableCertificate> certificates() {
    List<CardVerifiableCertificate> certificates = new ArrayList<>();
    chain.forEach(encoded -> certificates.add(new Certificate(encoded)));
    return certificates;
  }

  private static final class Certificate extends CardVerifiableCertificate {
    private static final long serialVersionUID = 1L;

    Certificate(byte[] encoded) {
      super(parse(encoded));
    }

    private static CVCertificate parse(byte[] encoded) {
      try {
        return CertificateParser.parseCertificate(encoded);
      } catch (ParseException | ConstructionException e) {
        throw new AssertionError(e);
      }
    }
  }
}
