package io.cardproof.reader.pcsc;

import io.cardproof.error.CardUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own PC/SC provider, made ready before its first use: it reads these settings once in
 * the life of a JVM.
 */
final class PcscPlatform {
  private static final String LIBRARY = "sun.security.smartcardio.library";
  private static final String LIBRARY_FILE = "libpcsclite.so.1";
  // Otherwise the JDK answers 61xx and 6Cxx by itself and sends a protected command twice.
  private static final List<String> OWN_GET_RESPONSE =
      List.of("sun.security.smartcardio.t0GetResponse", "sun.security.smartcardio.t1GetResponse");

  private PcscPlatform() {}

  static TerminalFactory factory() throws CardUnavailableException {
    OWN_GET_RESPONSE.forEach(property -> System.setProperty(property, "false"));
    if (System.getProperty(LIBRARY) == null && isLinux()) {
      libraries()
          .filter(Files::exists)
          .findFirst()
          .ifPresent(library -> System.setProperty(LIBRARY, library.toString()));
    }
    try {
      return TerminalFactory.getInstance("PC/SC", noParameters());
    } catch (NoSuchAlgorithmException | LinkageError e) {
      throw PcscErrors.noService();
    }
  }

  /** Where Debian, Fedora, Alpine and the rest put the library. */
  private static Stream<Path> libraries() {
    String multiArch = multiArchTriplet();
    return Stream.of(
            "/usr/lib/" + multiArch,
            "/lib/" + multiArch,
            "/usr/lib64",
            "/usr/lib",
            "/lib",
            "/usr/local/lib64",
            "/usr/local/lib")
        .map(directory -> Path.of(directory, LIBRARY_FILE));
  }

  private static String multiArchTriplet() {
    String machine = System.getProperty("os.arch", "");
    return switch (machine) {
      case "amd64", "x86_64" -> "x86_64-linux-gnu";
      case "aarch64" -> "aarch64-linux-gnu";
      case "arm" -> "arm-linux-gnueabihf";
      case "x86", "i386" -> "i386-linux-gnu";
      default -> machine + "-linux-gnu";
    };
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  @SuppressWarnings("NullAway") // The JDK's own factories take null for "no parameters".
  static @Nullable Object noParameters() {
    return null;
  }
}
