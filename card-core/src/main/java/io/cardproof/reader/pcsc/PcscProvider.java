package io.cardproof.reader.pcsc;

import java.util.Locale;

/** The ways from this program to the PC/SC service. None is registered with the JVM. */
public enum PcscProvider {
  /**
   * The JDK's own. One context for the life of the JVM: when the service restarts, it is lost for
   * good.
   */
  JDK,
  /**
   * The library jnasmartcardio. Its contexts can be renewed, so it survives a restart of the
   * service. It answers 61xx and 6Cxx itself, which a chip that uses them under secure messaging
   * does not bear.
   */
  JNASMARTCARDIO;

  /** The stable name for programs, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be used here, native part and all; the service need not run. */
  public boolean loads() {
    return switch (this) {
      case JDK -> true;
      case JNASMARTCARDIO -> JnaPlatform.loads();
    };
  }
}
