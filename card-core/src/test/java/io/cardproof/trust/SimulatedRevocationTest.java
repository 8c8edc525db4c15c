package io.cardproof.trust;

import static io.cardproof.trust.SimulatedIssuer.NOW;
import static io.cardproof.trust.SimulatedIssuer.RANDOM;
import static io.cardproof.trust.SimulatedIssuer.bytes;
import static io.cardproof.trust.SimulatedIssuer.country;
import static io.cardproof.trust.SimulatedIssuer.signer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.RevocationListDraft;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revocation lists that the simulator's issuer made, good and bad. */
class SimulatedRevocationTest {
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  private final CountrySigner first = country();
  private final CountrySigner second = first.successor("second", RANDOM);
  private final CertificateView signer = signer(first);

  @Test
  void withoutAListNobodyKnows() throws Exception {
    assertEquals("none", outcome(builder()));
  }

  @Test
  void aFreshListThatDoesNotNameTheSignerSaysThatItIsGood() throws Exception {
    assertEquals("good", outcome(draft().sign()));
    assertEquals(
        "good", outcome(draft().withoutNumber().sign()), "the number is its issuer's duty");
    assertEquals("good", outcome(draft().revoke(BigInteger.TEN, YESTERDAY, 1).sign()));
  }

  @ParameterizedTest
  @CsvSource({
    "0,",
    "1, key-compromise",
    "2, ca-compromise",
    "3, affiliation-changed",
    "4, superseded",
    "5, cessation-of-operation",
    "6, certificate-hold",
    "9, privilege-withdrawn",
  })
  void aRevokedSignerKeepsTheReasonOfTheList(int code, @Nullable String cause) throws Exception {
    byte[] list = draft().revoke(signer.serialNumber(), YESTERDAY, code).sign();
    Revocation.Revoked revoked = (Revocation.Revoked) revocation(with(list));
    assertEquals(Optional.ofNullable(cause), revoked.cause());
    assertEquals(YESTERDAY, revoked.since());
  }

  @Test
  void theNumberOfTheListIsKept() throws Exception {
    TrustStore store = with(draft().number(4711).sign()).build();
    assertEquals(Optional.of(BigInteger.valueOf(4711)), store.revocationLists().get(0).number());
  }

  @Test
  void aStaleListSaysOfNobodyThatHeIsGood() throws Exception {
    assertEquals("stale", outcome(draft().until(NOW.minusSeconds(1)).sign()));
    byte[] named =
        draft().revoke(signer.serialNumber(), YESTERDAY, 1).until(NOW.minusSeconds(1)).sign();
    assertEquals("signer-revoked", outcome(named));
  }

  @Test
  void aForgedListCountsForNothing() throws Exception {
    RevocationListDraft draft = draft().revoke(signer.serialNumber(), YESTERDAY, 1);
    assertEquals("bad-signature", outcome(draft.forged()));
    assertEquals("bad-signature", outcome(draft.signedBy(first.impostor(RANDOM))));
  }

  @Test
  void aForgedListDoesNotHideTheGenuineOne() throws Exception {
    TrustStore.Builder builder = with(draft().signedBy(first.impostor(RANDOM)));
    byte[] genuine = draft().revoke(signer.serialNumber(), YESTERDAY, 1).sign();
    assertEquals("signer-revoked", outcome(builder.addCrl(Bytes.of(genuine), "genuine")));
  }

  @Test
  void aListThatDemandsWhatNobodyKnowsOrTellsChangesOnlyIsNoProof() throws Exception {
    assertEquals("unusable", outcome(draft().unknownCriticalExtension().sign()));
    assertEquals("unusable", outcome(draft().changesSince(1).sign()));
    byte[] named =
        draft().unknownCriticalExtension().revoke(signer.serialNumber(), YESTERDAY, 1).sign();
    assertEquals("signer-revoked", outcome(named));
  }

  @Test
  void aSuccessorSignsForItsPredecessorOnceItIsTrusted() throws Exception {
    byte[] list = draft().signedBy(second);
    assertEquals("bad-signature", outcome(list));
    assertEquals("good", outcome(with(list).addCertificate(bytes(second.certificate()), "second")));
    assertEquals(
        "good", outcome(with(list).addCertificate(bytes(first.linkTo(second, RANDOM)), "link")));
  }

  private RevocationListDraft draft() {
    return first.revocationList(YESTERDAY);
  }

  private String outcome(byte[] list) throws Exception {
    return outcome(with(list));
  }

  private String outcome(TrustStore.Builder builder) throws Exception {
    Revocation revocation = revocation(builder);
    if (revocation instanceof Revocation.Revoked revoked) {
      return revoked.subject().id();
    }
    return revocation instanceof Revocation.Unknown unknown ? unknown.cause().id() : "good";
  }

  private Revocation revocation(TrustStore.Builder builder) throws Exception {
    return SimulatedIssuer.path(builder.build(), signer).revocation().at(NOW);
  }

  private TrustStore.Builder with(byte[] list) {
    return builder().addCrl(Bytes.of(list), "list");
  }

  private TrustStore.Builder builder() {
    return TrustStore.builder()
        .allowTestAnchors()
        .addCertificate(bytes(first.certificate()), "root");
  }
}
