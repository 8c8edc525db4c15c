package io.cardproof.cli.trust;

import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.TrustList;
import io.cardproof.cli.show.TrustList.Entry;
import io.cardproof.cli.show.TrustRole;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Countries;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card trust list}: who is trusted, by country. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
  private final Talk talk;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(names = "--country", paramLabel = "XX")
  private @Nullable String country;

  @Option(names = "--expired")
  private boolean expired;

  @Option(names = "--signers")
  private boolean signers;

  @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "card.trust.at")
  private @Nullable Instant at;

  @Option(names = "--json")
  private boolean json;

  ListCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Instant now = at == null ? talk.here().clock().instant() : at;
    TrustStore store = trust.complete(trust.open(talk), talk);
    TrustList list = new TrustList(talk, now, store, chosen(store, now));
    if (json) {
      talk.line(Json.pretty(list.json()));
    } else {
      list.lines().forEach(talk::line);
    }
    return ExitCode.AUTHENTIC.number();
  }

  private List<Entry> chosen(TrustStore store, Instant now) {
    List<Entry> entries = new ArrayList<>();
    add(entries, store.anchors(), TrustRole.ANCHOR);
    add(entries, store.links(), TrustRole.LINK);
    if (signers) {
      add(entries, store.signers(), TrustRole.SIGNER);
    }
    return entries.stream().filter(entry -> wanted(entry.stored().certificate(), now)).toList();
  }

  private static void add(List<Entry> entries, List<StoredCertificate> stored, TrustRole role) {
    stored.forEach(each -> entries.add(new Entry(each, role)));
  }

  private boolean wanted(CertificateView certificate, Instant now) {
    return there(certificate) && (!expired || now.isAfter(certificate.notAfter()));
  }

  private boolean there(CertificateView certificate) {
    String wanted = country;
    return wanted == null
        || certificate.country().map(code -> Countries.same(code, wanted)).orElse(false);
  }
}
