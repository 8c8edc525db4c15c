package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Network addresses of virtual readers. They are on this machine. */
public final class Addresses {
  /** The first slot of the vpcd driver. */
  public static final int FIRST_VPCD_PORT = 0x8C7B;

  private static final Pattern HOST_PORT = Pattern.compile("(?:\\[(.+)]|([^:]+)):([0-9]{1,5})");
  private static final int PATIENCE_MILLIS = 500;

  private Addresses() {}

  /** Where the vpcd driver usually listens. */
  public static InetSocketAddress usualVpcd() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), FIRST_VPCD_PORT);
  }

  /** Reads {@code HOST:PORT}. */
  public static InetSocketAddress parse(String text) throws CommandException {
    Matcher parts = HOST_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > 0xFFFF) {
      throw CommandException.usage("usage.address", text);
    }
    String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
    InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(parts.group(3)));
    if (address.isUnresolved()) {
      throw CommandException.usage("usage.address", text);
    }
    return address;
  }

  /** Whether somebody accepts connections there. */
  public static boolean listens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code HOST:PORT} as it is read. */
  public static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
