/**
 * Reads a chip identity card and says, with reasons, whether it is genuine.
 *
 * <p>An application does this:
 *
 * <pre>{@code
 * TrustStore trust = TrustStore.load(Path.of("csca"));   // master lists, PEM, DER
 * CardInspector inspector = CardInspector.builder(trust).build();
 *
 * try (CardLink card = PcscReaders.waitForCard(Duration.ofSeconds(30));
 *     AccessKey key = CitizenQr.parse(scanned).accessKey()) {
 *   Report report = inspector.inspect(card, key);
 *   if (report.verdict() instanceof Verdict.Authentic ok) {
 *     openAccount(ok.holder());
 *   } else {
 *     sendToReview(report);
 *   }
 * } catch (AccessDeniedException e) {
 *   askForTheNumberAgain();
 * } catch (InspectionException e) {
 *   showRetry(e.code());
 * }
 * }</pre>
 *
 * <p><b>Evidence and report.</b> An inspection captures what the chip said into immutable evidence,
 * and verifies it with a function of (evidence, expectation, trust, policy, now). The halves may
 * run in two places: {@link io.cardproof.CardInspector#capture} at the counter, {@link
 * io.cardproof.verify.Verifier} on the bank's server, with a challenge that the server chose.
 *
 * <p><b>Verdict.</b> Only {@code Authentic} and {@code Expired} have a holder; {@code Verdict.fold}
 * takes one function for each case. Everything else that the chip said is {@code
 * report.unverified()}.
 *
 * <p><b>Errors.</b> A forged document is a report, never an exception. An {@link
 * io.cardproof.error.InspectionException} means that there is no report, and its kind says what to
 * do next.
 *
 * <p><b>Threads.</b> Inspector, verifier and trust store are shared; a link and a key belong to one
 * inspection. Nothing here keeps global state, registers a security provider, or logs what a chip
 * holds.
 */
@NullMarked
package io.cardproof;

import org.jspecify.annotations.NullMarked;
