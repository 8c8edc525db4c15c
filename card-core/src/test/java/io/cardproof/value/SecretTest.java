package io.cardproof.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void closingWipesTheArrayItOwns() {
    byte[] key = {1, 2, 3};
    Secret secret = Secret.owning(key);
    secret.close();
    assertArrayEquals(new byte[3], key);
    assertThrows(IllegalStateException.class, secret::reveal);
  }

  @Test
  void aCopyOutlivesTheOriginal() {
    Secret original = Secret.copyOf(new byte[] {7});
    Secret copy = original.copy();
    original.close();
    assertArrayEquals(new byte[] {7}, copy.reveal());
    copy.close();
  }

  @Test
  void equalsByContentAndTellsNothing() {
    try (Secret one = Secret.copyOf(new byte[] {7});
        Secret same = Secret.copyOf(new byte[] {7});
        Secret other = Secret.copyOf(new byte[] {8})) {
      assertEquals(one, same);
      assertNotEquals(one, other);
      assertEquals("Secret[redacted]", one.toString());
    }
  }
}
