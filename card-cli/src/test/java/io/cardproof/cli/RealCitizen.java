package io.cardproof.cli;

import io.cardproof.document.Mrz;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.Persona;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A persona with another name, number and CAN than the simulator gives it. */
final class RealCitizen {
  private static final int DG13 = Document.DG_BASE + 13;

  private RealCitizen() {}

  /** Somebody else with such a card; who is not on a citizen card is somebody else already. */
  static Persona like(String name) {
    Persona persona =
        Persona.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return name.startsWith("cccd") ? persona.with(RealCitizen::changed) : persona;
  }

  private static Document changed(Document document) {
    String number = document.mrz().get(0).substring(15, 27);
    String other = number.substring(0, 6) + "678901";
    List<String> mrz = zone(document.mrz(), other);
    byte[] details = document.files().get(DG13);
    String changed =
        new String(details, StandardCharsets.ISO_8859_1)
            .replace(number, other)
            .replace(bytes("Thị Mẫu"), bytes("Thị Mẩn"))
            .replace(bytes("Văn Thử"), bytes("Văn Thẩ"));
    return document.toBuilder()
        .dataGroup(1, DataGroups.dg1(mrz))
        .dataGroup(13, changed.getBytes(StandardCharsets.ISO_8859_1))
        .mrz(mrz)
        .can("678901")
        .build();
  }

  /** A letter for each byte, as the lengths in the file count. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static List<String> zone(List<String> mrz, String number) {
    String last = number.substring(3);
    String first = "IDVNM" + last + Mrz.checkDigit(last) + number + "<<" + Mrz.checkDigit(number);
    String second = mrz.get(1).substring(0, 29);
    String covered =
        first.substring(5)
            + second.substring(0, 7)
            + second.substring(8, 15)
            + second.substring(18);
    String names = mrz.get(2).replace("THI<MAU", "THI<MAN").replace("VAN<THU", "VAN<THA");
    return List.of(first, second + Mrz.checkDigit(covered), names);
  }
}
