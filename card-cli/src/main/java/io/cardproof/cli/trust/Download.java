package io.cardproof.cli.trust;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gets one file from an address that the operator named: by HTTP or HTTPS only, within a size and a
 * time. What it gets is as good as the signatures in it.
 */
final class Download {
  /** How much of a file is taken, and how long it may take. */
  record Limits(int bytes, Duration time) {
    static final Limits USUAL = new Limits(64 << 20, Duration.ofMinutes(2));
  }

  private static final int MOST_REDIRECTS = 3;
  private static final int OK = 200;

  private final HttpClient client;
  private final Limits limits;

  Download(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(limits.time())
            .build();
  }

  /**
   * The file.
   *
   * @throws DownloadException if there is none, or not within the limits
   */
  Bytes get(URI address) throws DownloadException, InterruptedException {
    URI here = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<Optional<Bytes>> response = send(here);
      if (response.statusCode() == OK) {
        return response.body().orElseThrow(() -> new DownloadException("too large"));
      }
      if (response.statusCode() / 100 != 3) {
        throw new DownloadException("answered with status " + response.statusCode());
      }
      here = next(here, response);
    }
    throw new DownloadException("too many redirects");
  }

  private HttpResponse<Optional<Bytes>> send(URI address)
      throws DownloadException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("User-Agent", "card").timeout(limits.time()).build();
    CompletableFuture<HttpResponse<Optional<Bytes>>> answer =
        client.sendAsync(request, any -> new BoundedBody(limits.bytes()));
    try {
      return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new DownloadException("took too long");
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static DownloadException failed(@Nullable Throwable cause) {
    if (cause instanceof SSLException) {
      return new DownloadException("the certificate of the server is not accepted");
    }
    if (cause instanceof HttpTimeoutException) {
      return new DownloadException("took too long");
    }
    return new DownloadException(
        cause instanceof IOException ? "no connection" : "no answer that can be read");
  }

  private static URI next(URI here, HttpResponse<?> response) throws DownloadException {
    try {
      URI next =
          here.resolve(
              response
                  .headers()
                  .firstValue("Location")
                  .orElseThrow(() -> new DownloadException("a redirect to nowhere")));
      boolean weaker = here.getScheme().equals("https") && !"https".equals(next.getScheme());
      if (!Address.fetchable(next) || weaker) {
        throw new DownloadException("a redirect that is not followed");
      }
      return next;
    } catch (IllegalArgumentException e) {
      throw new DownloadException("a redirect to nowhere");
    }
  }
}
