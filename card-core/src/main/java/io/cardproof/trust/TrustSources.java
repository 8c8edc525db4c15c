package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustItem.Handling;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the operator named, sorted by what it is; nothing of it has been taken yet. */
final class TrustSources {
  final List<TrustItem> certificates = new ArrayList<>();
  final List<TrustItem> ofDirectories = new ArrayList<>();
  final List<TrustItem> signers = new ArrayList<>();
  final List<TrustItem> masterLists = new ArrayList<>();
  final List<TrustItem> unsignedLists = new ArrayList<>();
  final List<TrustItem> revocationLists = new ArrayList<>();
  final List<TrustItem> deviationLists = new ArrayList<>();
  final List<TrustContents> snapshots = new ArrayList<>();
  final List<SourceLedger> ledgers = new ArrayList<>();
  final Set<Bytes> distrusted = new LinkedHashSet<>();
  final List<Remark> remarks = new ArrayList<>();

  /** A file, or a directory whose files are taken in the order of their names. */
  void add(Path source) throws MalformedInputException {
    if (!Files.isDirectory(source)) {
      file(source, Handling.STRICT);
      return;
    }
    for (Path file : TrustFiles.in(source)) {
      file(file, Handling.LENIENT);
    }
  }

  /** One object that the caller says what it is. */
  void add(List<TrustItem> kind, Bytes der, String source, SourceRecord.Kind what) {
    SourceLedger ledger = new SourceLedger(source, der.sha256()).kind(what);
    ledgers.add(ledger);
    kind.add(new TrustItem(der, "", ledger, Handling.STRICT));
  }

  private void file(Path file, Handling handling) throws MalformedInputException {
    String name = TrustFiles.name(file);
    // What is distrusted must not be lost by a slip of the pen.
    Handling each = isDistrust(name) ? Handling.STRICT : handling;
    SourceLedger ledger = new SourceLedger(name, Bytes.empty());
    try {
      Bytes content = TrustFiles.read(file);
      if (TrustSnapshot.recognises(content)) {
        snapshots.add(TrustSnapshot.decode(content, name));
        return;
      }
      ledger = new SourceLedger(name, content.sha256());
      content(content, ledger, each);
    } catch (MalformedInputException e) {
      if (each == Handling.STRICT) {
        throw e;
      }
      remarks.add(new Remark("trust-file-skipped", name + ": " + e.problem()));
      ledger.kind(SourceRecord.Kind.UNKNOWN).refused(e.place(), RefusedEntry.Cause.UNREADABLE);
    }
    ledgers.add(ledger);
  }

  private static boolean isDistrust(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".distrusted");
  }

  private void content(Bytes content, SourceLedger ledger, Handling handling)
      throws MalformedInputException {
    if (isDistrust(ledger.name())) {
      List<Bytes> hashes = TrustFiles.hashes(content, ledger.name());
      ledger.kind(SourceRecord.Kind.DISTRUSTED);
      hashes.forEach(hash -> ledger.loaded());
      distrusted.addAll(hashes);
    } else if (LdifReader.recognises(content)) {
      directory(LdifReader.read(content, ledger.name()), ledger.kind(SourceRecord.Kind.LDIF));
    } else {
      objects(TrustFiles.items(content, ledger, handling), ledger, handling);
    }
  }

  private void directory(LdifReader.Content content, SourceLedger ledger)
      throws MalformedInputException {
    if (!content.deletions().isEmpty()) {
      content.deletions().forEach(place -> ledger.refused(place, RefusedEntry.Cause.DELETION));
      remarks.add(
          new Remark(
              "trust-entry-skipped",
              ledger.name()
                  + ": deletes entries, which takes nothing away; load the whole download"));
    }
    for (LdifReader.Value value : content.values()) {
      if (value.content().isEmpty()) {
        ledger.refused(value.place(), RefusedEntry.Cause.UNREADABLE);
        continue;
      }
      TrustItem item =
          new TrustItem(value.content().get(), value.place(), ledger, Handling.LENIENT);
      TrustKind kind = TrustKind.of(item.der());
      if (kind == TrustKind.CERTIFICATE) {
        (value.kind().equals("dsc") ? signers : ofDirectories).add(item);
      } else if (kind == TrustKind.CERTIFICATE_BAG) {
        item.ledger().refused(item.place(), RefusedEntry.Cause.NOT_TRUST_MATERIAL);
      } else {
        sort(item, kind);
      }
    }
  }

  private void objects(List<TrustItem> items, SourceLedger ledger, Handling handling)
      throws MalformedInputException {
    if (items.isEmpty()) {
      new TrustItem(Bytes.empty(), "", ledger.kind(SourceRecord.Kind.UNKNOWN), handling)
          .refuse(
              new MalformedInputException(ledger.name(), "byte 0", "neither DER nor PEM"),
              RefusedEntry.Cause.NOT_TRUST_MATERIAL);
      remarks.add(new Remark("trust-file-skipped", ledger.name() + ": neither DER nor PEM"));
    }
    if (items.size() > 1) {
      ledger.kind(SourceRecord.Kind.CERTIFICATE_BAG);
    }
    for (TrustItem item : items) {
      TrustKind kind = TrustKind.of(item.der());
      if (items.size() == 1) {
        ledger.kind(kind.source());
      }
      if (item.der().isEmpty()) {
        unreadable(item);
      } else {
        sort(item, kind);
      }
    }
  }

  private void unreadable(TrustItem item) throws MalformedInputException {
    item.refuse(
        new MalformedInputException(item.ledger().name(), item.place(), "is not base64"),
        RefusedEntry.Cause.UNREADABLE);
    remarks.add(new Remark("trust-entry-skipped", item.source() + ": cannot be read"));
  }

  private void sort(TrustItem item, TrustKind kind) throws MalformedInputException {
    switch (kind) {
      case CERTIFICATE -> certificates.add(item);
      case REVOCATION_LIST -> revocationLists.add(item);
      case MASTER_LIST -> masterLists.add(item);
      case DEVIATION_LIST -> deviationLists.add(item);
      case UNSIGNED_LIST -> unsignedLists.add(item);
      case CERTIFICATE_BAG -> {
        int number = 0;
        for (Bytes certificate : CmsFile.of(item.der()).certificates()) {
          number++;
          certificates.add(item.with(certificate, "certificate " + number));
        }
      }
      case UNKNOWN -> {
        String what = "not a certificate, master list or revocation list";
        item.refuse(
            new MalformedInputException(item.source(), "byte 0", what),
            RefusedEntry.Cause.NOT_TRUST_MATERIAL);
        remarks.add(new Remark("trust-file-skipped", item.source() + ": " + what));
      }
    }
  }
}
