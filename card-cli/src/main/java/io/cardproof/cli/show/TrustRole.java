package io.cardproof.cli.show;

import java.util.Locale;

/** What a certificate does in a trust store. */
public enum TrustRole {
  /** The operator trusts it. */
  ANCHOR,
  /** It carries the trust of one country signer to the next. */
  LINK,
  /** It signs documents and is looked up where a document lacks it. */
  SIGNER;

  /** The stable name for programs. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
