package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRole;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.issuer.TerminalRealm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificate sets of the test plan with links: the authority has changed its key since the
 * chip was issued, once or twice. The names in the plan's annex lead nowhere; these form a chain.
 */
final class LinkedSet {
  private static final int FIRST_NUMBER = 15;
  private static final int DAYS_AFTER = 10;

  private final List<byte[]> links = new ArrayList<>();
  private final LocalDate changed;
  private final CvParty issued;
  private CvParty current;
  private LocalDate since;

  private LinkedSet(LocalDate changed) {
    this.changed = changed;
    LocalDate first = changed.minusMonths(1);
    issued =
        CvParty.authority(subject(FIRST_NUMBER, first, changed), set(FIRST_NUMBER).key("CVCA"));
    current = issued;
    since = first;
  }

  /** One link, which the chip does not know yet. */
  static TerminalRealm once(LocalDate today) {
    LinkedSet set = new LinkedSet(today.minusDays(DAYS_AFTER));
    set.linkFirst();
    return set.realm(set.issued);
  }

  /** Two links, which the chip does not know yet. */
  static TerminalRealm twice(LocalDate today) {
    LinkedSet set = new LinkedSet(today.minusMonths(2).minusDays(DAYS_AFTER));
    set.linkFirst();
    set.link(set.changed.plusMonths(2).minusDays(1), set.changed.plusMonths(4));
    return set.realm(set.issued);
  }

  /** One link, which the chip took some time ago. */
  static TerminalRealm known(LocalDate today) {
    LinkedSet set = new LinkedSet(today.minusDays(DAYS_AFTER));
    set.linkFirst();
    return set.realm(set.current);
  }

  private void linkFirst() {
    link(changed.minusDays(1), changed.plusMonths(2));
  }

  private void link(LocalDate first, LocalDate last) {
    int number = FIRST_NUMBER + links.size() + 1;
    current = current.certify(subject(number, first, last), set(number).key("CVCA"));
    since = first;
    links.add(current.certificate());
  }

  private TerminalRealm realm(CvParty known) {
    CertificateSet.Below below = set(FIRST_NUMBER + 1).below(current, since);
    List<byte[]> certificates = new ArrayList<>(links);
    certificates.addAll(below.certificates());
    LocalDate chipDate = known == issued ? changed.minusMonths(1) : since;
    return below.realm(List.of(known.certificate()), chipDate).withCertificates(certificates);
  }

  private static CertificateSet set(int number) {
    return CertificateSet.of(number, TerminalAlgorithm.ECDSA_SHA256);
  }

  private static CvSubject subject(int number, LocalDate first, LocalDate last) {
    return new CvSubject(
        CertificateSet.name("CVCA", number),
        TerminalRole.AUTHORITY,
        CertificateSet.ALL,
        first,
        last);
  }
}
