package io.cardproof.terminal;

import io.cardproof.terminal.HolderAuthorisation.Role;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Somebody who issues certificates in tests: a name, a key, and how the key signs. */
public record TestAuthority(String name, TestKeys keys, CvAlgorithm algorithm) {
  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 1);
  public static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);
  public static final Set<TerminalRight> ALL = EnumSet.allOf(TerminalRight.class);

  public static TestAuthority onCurve(String name) {
    return new TestAuthority(
        name, TestKeys.named(name, "brainpoolP256r1"), CvAlgorithm.ECDSA_SHA_256);
  }

  public static TestAuthority rsa(String name) {
    return new TestAuthority(name, TestKeys.named(name, 1024), CvAlgorithm.RSA_V1_5_SHA_256);
  }

  /** Its certificate by itself. */
  public CvCertificate itself() throws Exception {
    return certify(this, Role.CVCA, ALL);
  }

  public CvCertificate certify(TestAuthority holder, Role role, Set<TerminalRight> rights)
      throws Exception {
    return certify(holder, role, rights, LAST_DAY);
  }

  public CvCertificate certify(
      TestAuthority holder, Role role, Set<TerminalRight> rights, LocalDate lastDay)
      throws Exception {
    CvPublicKey key = holder.keys.publicKey(holder.algorithm);
    CvBody body =
        new CvBody(
            name,
            role == Role.CVCA ? key : key.withoutCurve(),
            holder.name,
            HolderAuthorisation.inspectionSystem(role, rights),
            FIRST_DAY,
            lastDay);
    return body.signedBy(keys.key(), algorithm);
  }
}
