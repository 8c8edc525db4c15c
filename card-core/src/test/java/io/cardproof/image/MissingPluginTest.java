package io.cardproof.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cardproof.document.EncodedImage;
import io.cardproof.value.Bytes;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What an application sees that has none of the plug-ins. */
class MissingPluginTest {
  /** Loaded a second time, by a loader without the plug-ins; says reason and artifact. */
  public static final class Probe implements Callable<List<String>> {
    private static final String JPEG_2000 =
        "FF4FFF51002900000000000100000001000000000000000000000001000000010000000000000000"
            + "000107010100000000";
    private static final String WSQ = "FFA0FFA2001100FF0001000100000000000000000000FFA1";

    @Override
    public List<String> call() {
      return List.of(refusal(JPEG_2000), refusal(WSQ), refusal("FFD8FFC00011080001000103"));
    }

    private static String refusal(String hex) {
      try {
        new ImageDecoder().decode(EncodedImage.of(Bytes.ofHex(hex)));
        return "decoded";
      } catch (ImageException e) {
        return e.reason() + " " + e.artifact().orElse("-");
      }
    }
  }

  @Test
  void theTypedErrorNamesTheArtifactToAdd() throws Exception {
    URL[] withoutPlugins = {place(ImageDecoder.class), place(Probe.class)};
    try (URLClassLoader loader =
        new URLClassLoader(withoutPlugins, ClassLoader.getPlatformClassLoader())) {
      Object probe = make(loader);
      Object answers = assertInstanceOf(Callable.class, probe).call();
      assertEquals(
          List.of(
              "PLUGIN_MISSING com.github.jai-imageio:jai-imageio-jpeg2000:1.4.0",
              "PLUGIN_MISSING com.github.mhshams:jnbis:2.1.2",
              "MALFORMED -"),
          answers);
    }
  }

  private static Object make(ClassLoader loader) throws ReflectiveOperationException {
    try {
      return loader.loadClass(Probe.class.getName()).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new AssertionError("the probe starts", e);
    }
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
