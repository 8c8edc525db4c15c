package io.cardproof.simulator.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** The reader's side of the vpcd wire, as the driver speaks it: length and body in two writes. */
record Vpcd(Socket socket) implements AutoCloseable {
  static final int POWER_ON = 1;
  static final int GET_ATR = 4;

  void tell(int control) throws IOException {
    send(new byte[] {(byte) control});
  }

  byte[] ask(byte... message) throws IOException {
    send(message);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] answer = new byte[in.readUnsignedShort()];
    in.readFully(answer);
    return answer;
  }

  private void send(byte[] message) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(message.length);
    out.flush();
    out.write(message);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
