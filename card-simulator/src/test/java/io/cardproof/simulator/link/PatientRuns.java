package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.ChipImage;
import net.sf.scuba.smartcards.CardServiceException;

/**
 * Runs JMRTD until none of its Diffie-Hellman keys begins with a zero: it drops those, and a chip
 * that wants keys of full length refuses what is left. Nothing else may make a run fail.
 */
final class PatientRuns {
  private static final int MOST = 8;
  private static final int FIRST_CURVE = 8;

  private int repeated;

  /** One run with a reader of its own. */
  interface Run {
    void with(JmrtdReader reader) throws Exception;
  }

  /** How often a run was made again. */
  int repeated() {
    return repeated;
  }

  /**
   * @param access the group of PACE, a curve's if there is none
   * @param agreement the group of Chip Authentication
   */
  void run(ChipImage.Builder image, int access, int agreement, Run run) throws Exception {
    for (int i = 0; i < MOST; i++) {
      ShortKeyWatch ofAccess = new ShortKeyWatch(keyLength(access));
      ShortAgreementKeyWatch ofAgreement = new ShortAgreementKeyWatch(keyLength(agreement));
      try (JmrtdReader reader = ProofChip.reader(image)) {
        reader.listen(ofAccess);
        reader.listen(ofAgreement);
        run.with(reader);
        return;
      } catch (CardServiceException e) {
        if (!ofAccess.hasSeenOne() && !ofAgreement.hasSeenOne()) {
          throw e;
        }
        repeated++;
      }
    }
    throw new AssertionError("short keys in every run");
  }

  /** Bytes of a Diffie-Hellman key; points are never short. */
  private static int keyLength(int group) {
    if (group >= FIRST_CURVE) {
      return 0;
    }
    return group == 0 ? 128 : 256;
  }
}
