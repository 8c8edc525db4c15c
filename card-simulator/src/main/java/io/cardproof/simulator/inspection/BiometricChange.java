package io.cardproof.simulator.inspection;

import io.cardproof.simulator.persona.Document;
import java.util.function.UnaryOperator;

/** Deviations that DG2, DG3 and DG4 have in common; those of a template are in the first. */
final class BiometricChange {
  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int HEADER = 0xA1;
  private static final int DATA = 0x5F2E;

  private final int dataGroup;
  private final int tag;

  BiometricChange(int dataGroup, int tag) {
    this.dataGroup = dataGroup;
    this.tag = tag;
  }

  CaseFault file(UnaryOperator<byte[]> change) {
    return CaseFault.unsigned(FileChange.of(Document.DG_BASE + dataGroup, change));
  }

  CaseFault withoutCount() {
    return file(ObjectChange.without(tag, GROUP, 0x02));
  }

  CaseFault header(int object, String hex) {
    return file(ObjectChange.valued(hex, tag, GROUP, TEMPLATE, HEADER, object));
  }

  CaseFault withoutHeader(int object) {
    return file(ObjectChange.without(tag, GROUP, TEMPLATE, HEADER, object));
  }

  CaseFault withoutLastData() {
    return file(ObjectChange.withoutInLast(DATA, TEMPLATE, tag, GROUP));
  }

  /** Other bytes in the record. */
  CaseFault record(int offset, String hex) {
    return record(FileChange.at(offset, hex));
  }

  CaseFault record(UnaryOperator<byte[]> change) {
    return file(ObjectChange.valued(change, tag, GROUP, TEMPLATE, DATA));
  }
}
