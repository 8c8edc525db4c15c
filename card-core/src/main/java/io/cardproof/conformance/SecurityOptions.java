package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo;
import io.cardproof.document.SecurityInfos;
import io.cardproof.value.Bytes;
import java.util.List;

/** DG14, ICAO 9303-11 §9.2: every SecurityInfo that is known is as its protocol defines it. */
final class SecurityOptions {
  private SecurityOptions() {}

  static void check(Bytes content, Defects defects) throws MalformedDocumentException {
    List<SecurityInfo> infos = SecurityInfos.forDg14(content).all();
    for (int i = 0; i < infos.size(); i++) {
      String place = "entry " + (i + 1);
      if (infos.get(i) instanceof SecurityInfo.Malformed) {
        defects.in(place, Reason.SECURITY_INFO_MALFORMED);
      } else if (!versionIsKnown(infos.get(i))) {
        defects.in(place, Reason.PROTOCOL_VERSION_UNKNOWN);
      }
    }
  }

  // Version 3 of Chip Authentication and 2 of Terminal Authentication are of TR-03110-2.
  private static boolean versionIsKnown(SecurityInfo info) {
    if (info instanceof SecurityInfo.ChipAuthenticationInfo chip) {
      return chip.version() >= 1 && chip.version() <= 3;
    }
    if (info instanceof SecurityInfo.TerminalAuthenticationInfo terminal) {
      return terminal.version() == 1 || terminal.version() == 2;
    }
    if (info instanceof SecurityInfo.ActiveAuthenticationInfo active) {
      return active.version() == 1;
    }
    return !(info instanceof SecurityInfo.PaceInfo pace) || pace.version() == 2;
  }
}
