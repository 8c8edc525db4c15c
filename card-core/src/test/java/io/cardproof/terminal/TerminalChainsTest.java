package io.cardproof.terminal;

import static io.cardproof.terminal.TestAuthority.ALL;
import static io.cardproof.terminal.TestAuthority.LAST_DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerminalChainsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Set<TerminalRight> DG3 = EnumSet.of(TerminalRight.READ_DG3);
  private static final Set<TerminalRight> DG4 = EnumSet.of(TerminalRight.READ_DG4);

  private final TestAuthority old = TestAuthority.onCurve("UTCVCA00001");
  private final TestAuthority current = TestAuthority.onCurve("UTCVCA00002");
  private final TestAuthority newest = TestAuthority.rsa("UTCVCA00003");
  private final TestAuthority verifier = TestAuthority.onCurve("UTDVDE00001");
  private final TestAuthority foreign = TestAuthority.onCurve("XODVXX00001");
  private final TestAuthority terminal = TestAuthority.onCurve("UTISDE00001");

  @Test
  void theRowIsFoundWhateverTheOrderOfTheHeap() throws Exception {
    List<CvCertificate> heap =
        new ArrayList<>(List.of(old.itself(), dv(old, verifier), is(verifier, ALL)));
    for (int turn = 0; turn < heap.size(); turn++) {
      Collections.rotate(heap, 1);
      assertEquals(
          List.of(List.of("UTDVDE00001", "UTISDE00001")), found(heap, List.of("UTCVCA00001")));
    }
  }

  @Test
  void withoutTheAuthoritysOwnCertificateTheNamesDecideAndTheChipChecks() throws Exception {
    List<CvCertificate> heap = List.of(dv(old, verifier), is(verifier, ALL));
    assertEquals(
        List.of(List.of("UTDVDE00001", "UTISDE00001")), found(heap, List.of("UTCVCA00001")));
  }

  @Test
  void linksLeadFromAnOldKeyOfTheAuthorityToTheNewestOne() throws Exception {
    List<CvCertificate> heap =
        List.of(
            old.itself(),
            link(old, current),
            link(current, newest),
            dv(newest, verifier),
            is(verifier, ALL));
    assertEquals(
        List.of(List.of("UTCVCA00002", "UTCVCA00003", "UTDVDE00001", "UTISDE00001")),
        found(heap, List.of("UTCVCA00001")));
    assertEquals(
        List.of(List.of("UTCVCA00003", "UTDVDE00001", "UTISDE00001")),
        found(heap, List.of("UTCVCA00002")),
        "a link that the chip has already is not sent");
  }

  @Test
  void theCurrentAuthorityOfTwoIsTriedFirst() throws Exception {
    List<CvCertificate> heap =
        List.of(link(old, current), dv(current, verifier), dv(old, verifier), is(verifier, ALL));
    assertEquals(
        List.of(
            List.of("UTDVDE00001", "UTISDE00001"),
            List.of("UTDVDE00001", "UTISDE00001"),
            List.of("UTCVCA00002", "UTDVDE00001", "UTISDE00001")),
        found(heap, List.of("UTCVCA00002", "UTCVCA00001")));
  }

  @Test
  void aForeignVerifierServesAsWell() throws Exception {
    List<CvCertificate> heap =
        List.of(
            old.itself(),
            old.certify(foreign, Role.FOREIGN_DV, DG3),
            foreign.certify(terminal, Role.TERMINAL, ALL));
    TerminalChain chain = chains(heap, List.of("UTCVCA00001")).get(0);
    assertEquals(Role.FOREIGN_DV, chain.certificates().get(0).role());
    assertEquals(DG3, chain.rights());
  }

  @Test
  void rightsAreWhatAllCertificatesHave() throws Exception {
    assertEquals(Set.of(), rights(ALL, DG3, DG4));
    assertEquals(DG3, rights(ALL, ALL, DG3));
    assertEquals(DG4, rights(DG4, ALL, ALL));
    assertEquals(ALL, rights(ALL, ALL, ALL));
  }

  @Test
  void expiredCertificatesAreKeptForLast() throws Exception {
    CvCertificate past = verifier.certify(terminal, Role.TERMINAL, ALL, LocalDate.of(2026, 11, 22));
    List<CvCertificate> heap = List.of(past, dv(old, verifier), is(verifier, DG3));
    List<TerminalChain> chains = chains(heap, List.of("UTCVCA00001"));
    assertFalse(chains.get(0).expiredOn(TODAY));
    assertTrue(chains.get(1).expiredOn(TODAY));
    assertFalse(chains.get(0).expiredOn(LAST_DAY), "the last day counts");
    assertEquals(past, chains.get(1).terminal());
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    ChainException e = refused(List.of(dv(current, verifier)), List.of("UTCVCA00001"));
    assertEquals(ChainException.Kind.CERTIFICATE_MISSING, e.kind());
    assertNames(e, "one by UTCVCA00001");
    assertNames(e, "UTDVDE00001 by UTCVCA00002");
  }

  @Test
  void aReferenceOfTheChipDoesNotSteerTheTerminalThatShowsIt() {
    ChainException e = refused(List.of(), List.of("UT\u001b[2JX"));
    assertNames(e, "UT?[2JX");
  }

  @Test
  void aKeyOfAnotherTerminalIsNamed() throws Exception {
    TestAuthority other = TestAuthority.onCurve("UTISDE00009");
    List<CvCertificate> heap =
        List.of(dv(old, verifier), verifier.certify(other, Role.TERMINAL, ALL));
    ChainException e = refused(heap, List.of("UTCVCA00001"));
    assertEquals(ChainException.Kind.KEY_MISMATCH, e.kind());
    assertNames(e, "UTISDE00009");
  }

  @Test
  void aCertificateThatItsIssuerDidNotSignIsNotSent() throws Exception {
    CvCertificate genuine = dv(old, verifier);
    byte[] signature = genuine.signature().toByteArray();
    signature[signature.length - 1] ^= 1;
    CvCertificate forged =
        new CvCertificate(genuine.body(), genuine.encodedBody(), Bytes.of(signature));
    ChainException e =
        refused(List.of(old.itself(), forged, is(verifier, ALL)), List.of("UTCVCA00001"));
    assertEquals(ChainException.Kind.CERTIFICATE_INVALID, e.kind());
    assertNames(e, "UTDVDE00001");
  }

  @Test
  void certificatesThatCertifyEachOtherDoNotLoop() throws Exception {
    List<CvCertificate> heap =
        List.of(old.itself(), current.itself(), link(old, current), link(current, old));
    assertEquals(
        ChainException.Kind.CERTIFICATE_MISSING, refused(heap, List.of("UTCVCA00001")).kind());
  }

  @Test
  void aHeapOfLinksIsSearchedWithABudget() throws Exception {
    List<TestAuthority> many = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      many.add(new TestAuthority("UTCVCA1000" + i, old.keys(), old.algorithm()));
    }
    List<CvCertificate> heap = new ArrayList<>();
    for (TestAuthority from : many) {
      for (TestAuthority to : many) {
        heap.add(link(from, to));
      }
    }
    assertEquals(
        ChainException.Kind.CERTIFICATE_MISSING, refused(heap, List.of("UTCVCA10000")).kind());
  }

  private static void assertNames(ChainException e, String expected) {
    assertTrue(String.valueOf(e.getMessage()).contains(expected), e.getMessage());
  }

  private Set<TerminalRight> rights(
      Set<TerminalRight> root, Set<TerminalRight> middle, Set<TerminalRight> leaf)
      throws Exception {
    List<CvCertificate> heap =
        List.of(
            old.certify(old, Role.CVCA, root),
            old.certify(verifier, Role.DOMESTIC_DV, middle),
            is(verifier, leaf));
    return chains(heap, List.of("UTCVCA00001")).get(0).rights();
  }

  private static CvCertificate link(TestAuthority from, TestAuthority to) throws Exception {
    return from.certify(to, Role.CVCA, ALL);
  }

  private static CvCertificate dv(TestAuthority issuer, TestAuthority holder) throws Exception {
    return issuer.certify(holder, Role.DOMESTIC_DV, ALL);
  }

  private CvCertificate is(TestAuthority issuer, Set<TerminalRight> rights) throws Exception {
    return issuer.certify(terminal, Role.TERMINAL, rights);
  }

  private List<List<String>> found(List<CvCertificate> heap, List<String> authorities)
      throws Exception {
    return chains(heap, authorities).stream().map(TerminalChain::holderReferences).toList();
  }

  private ChainException refused(List<CvCertificate> heap, List<String> authorities) {
    return assertThrows(ChainException.class, () -> chains(heap, authorities));
  }

  private List<TerminalChain> chains(List<CvCertificate> heap, List<String> authorities)
      throws Exception {
    return TerminalChains.find(
        new TerminalCredentials(heap, terminal.keys().key()), authorities, TODAY);
  }
}
