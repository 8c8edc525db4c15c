package io.cardproof.verify;

import io.cardproof.check.Reason;
import io.cardproof.conformance.ContentDefect;
import io.cardproof.document.EfCom;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The list of EF.COM is not signed: it is compared with the security object and never believed. */
final class CommonList {
  private CommonList() {}

  /** A defect for each data group that one of the two lists and the other does not. */
  static List<ContentDefect> defects(Bytes common, SecurityObject sod) {
    Set<FileId> signed = EnumSet.noneOf(FileId.class);
    sod.hashes().keySet().stream().map(FileId::dataGroup).forEach(signed::add);
    List<ContentDefect> defects = new ArrayList<>();
    try {
      List<FileId> listed = EfCom.parse(common).files();
      for (FileId id : FileId.values()) {
        if (id.dataGroupNumber().isPresent() && listed.contains(id) != signed.contains(id)) {
          defects.add(new ContentDefect(FileId.COM, Reason.COM_DIFFERS, id.label()));
        }
      }
    } catch (MalformedDocumentException e) {
      // Without a list there is nothing to compare, and that is a defect of its own.
      return List.of();
    }
    return defects;
  }
}
