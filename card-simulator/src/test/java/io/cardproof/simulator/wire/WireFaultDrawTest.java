package io.cardproof.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WireFaultDrawTest {
  private static final Pattern NAME = Pattern.compile("wire:([a-z]+).*@([a-z]+)=.*");

  @Test
  void everyDamageAndEveryConditionIsDrawnAndCanBeRead() {
    WireFaultDraw draw = new WireFaultDraw(new Random(1), 40, 20);
    Set<String> damages = new TreeSet<>();
    Set<String> conditions = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      String text = draw.next();
      WireFault.parse(text);
      damages.add(NAME.matcher(text).replaceFirst("$1"));
      conditions.add(NAME.matcher(text).replaceFirst("$2"));
    }
    Set<String> all = new TreeSet<>();
    WireFault.list().forEach(each -> all.add(each.form().replaceAll("^wire:|=.*", "")));
    assertEquals(all, damages);
    assertEquals(Set.of("number", "ins", "phase", "file", "chance"), conditions);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertEquals(drawn(), drawn());
  }

  private static List<String> drawn() {
    WireFaultDraw draw = new WireFaultDraw(new Random(2), 40, 20);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(draw.next());
    }
    return all;
  }
}
