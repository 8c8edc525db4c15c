package io.cardproof.fuzz;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.MessageProtection;
import io.cardproof.crypto.ProtectionException;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Responses as they are, and with a right MAC over them: a hostile chip knows the keys. */
final class ProtectedResponses {
  private static final byte[] KEY = new byte[16];
  private static final byte[] COUNTER = new byte[16];
  private static final byte[] OK = {(byte) 0x90, 0};

  private ProtectedResponses() {}

  static void open(Bytes content) throws ProtectionException {
    byte[] objects = content.toByteArray();
    openRaw(objects);
    openRaw(concat(objects, macOver(objects), OK));
  }

  private static void openRaw(byte[] response) throws ProtectionException {
    if (!MessageProtection.isWhole(response)) {
      return;
    }
    SessionKeys keys = new SessionKeys(CipherSuite.AES_128, Secret.copyOf(KEY), Secret.copyOf(KEY));
    try {
      new MessageProtection(keys).open(COUNTER, response);
    } catch (ProtectionException e) {
      // Refused as it should be; the other form may go further.
    }
  }

  private static byte[] macOver(byte[] objects) {
    int padded = (objects.length / 16 + 1) * 16;
    byte[] input = Arrays.copyOf(concat(COUNTER, objects), 16 + padded);
    input[16 + objects.length] = (byte) 0x80;
    CMac mac = new CMac(AESEngine.newInstance(), 64);
    mac.init(new KeyParameter(KEY));
    mac.update(input, 0, input.length);
    byte[] object = {(byte) 0x8E, 8, 0, 0, 0, 0, 0, 0, 0, 0};
    mac.doFinal(object, 2);
    return object;
  }

  private static byte[] concat(byte[]... parts) {
    return Bytes.concat(Arrays.stream(parts).map(Bytes::of).toArray(Bytes[]::new)).toByteArray();
  }
}
