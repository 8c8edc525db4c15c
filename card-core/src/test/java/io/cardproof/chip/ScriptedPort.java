package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;

/** Expects exactly these commands in this order and gives exactly these answers. */
final class ScriptedPort implements ApduPort {
  private record Exchange(Bytes command, Bytes response) {}

  private final Deque<Exchange> script = new ArrayDeque<>();

  static ScriptedPort of(JsonNode apdus, String command, String response) {
    ScriptedPort port = new ScriptedPort();
    apdus.forEach(apdu -> port.expect(apdu.get(command).asText(), apdu.get(response).asText()));
    return port;
  }

  ScriptedPort expect(String command, String response) {
    script.add(new Exchange(Bytes.ofHex(command), Bytes.ofHex(response)));
    return this;
  }

  @Override
  public byte[] exchange(byte[] command) {
    assertFalse(script.isEmpty(), "a command too many: " + Bytes.of(command).toHex());
    Exchange next = script.remove();
    assertEquals(next.command().toHex(), Bytes.of(command).toHex());
    return next.response().toByteArray();
  }

  @Override
  public Step step() {
    return Step.READ_FILE;
  }

  void assertFinished() {
    assertTrue(script.isEmpty(), "commands are missing");
  }
}
