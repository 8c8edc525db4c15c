package io.cardproof.document;

import io.cardproof.value.Bytes;

/** Security objects that parse and that nobody signed, for tests of reading alone. */
public final class SecurityObjects {
  private SecurityObjects() {}

  public static Bytes listing(int... dataGroups) throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.dataGroups = dataGroups;
    return fixture.file();
  }
}
