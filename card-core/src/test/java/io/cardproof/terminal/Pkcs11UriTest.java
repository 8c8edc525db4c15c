package io.cardproof.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.MalformedInputException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs11UriTest {
  @Test
  void everyPartIsRead() throws Exception {
    assertEquals(
        new Pkcs11Uri(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Optional.of("7"),
            Optional.of("DV key+1"),
            Optional.of(Path.of("/run/pin"))),
        Pkcs11Uri.parse(
            "pkcs11:token=IS;slot-id=7;object=DV%20key+1;type=private"
                + "?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/run/pin"));
  }

  @Test
  void theRestIsOptional() throws Exception {
    assertEquals(
        new Pkcs11Uri(Path.of("/m.so"), Optional.empty(), Optional.empty(), Optional.empty()),
        Pkcs11Uri.parse("pkcs11:?module-path=/m.so"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:/m.so",
        "pkcs11:object=a",
        "pkcs11:object=?module-path=/m.so",
        "pkcs11:object=a;object=b?module-path=/m.so",
        "pkcs11:object=%4?module-path=/m.so",
        "pkcs11:object=a%0Ab?module-path=/m.so",
        "pkcs11:slot-id=one?module-path=/m.so",
        "pkcs11:type=public?module-path=/m.so",
        "pkcs11:colour=red?module-path=/m.so",
        "pkcs11:object=a?module-path=/m.so&pin-value=271828"
      })
  void whatCannotBeUnderstoodIsRefusedWithoutQuotingIt(String text) {
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> Pkcs11Uri.parse(text));
    assertFalse(String.valueOf(e.getMessage()).contains("271828"));
  }
}
