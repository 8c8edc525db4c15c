package io.cardproof.cli.trust;

import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes an answer in, unless it is larger than wanted; then nothing more of it is read. */
final class BoundedBody implements BodySubscriber<Optional<Bytes>> {
  private final int most;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final CompletableFuture<Optional<Bytes>> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  BoundedBody(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<Optional<Bytes>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription opened) {
    subscription = opened;
    opened.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (content.size() + part.remaining() > most) {
        if (subscription != null) {
          subscription.cancel();
        }
        body.complete(Optional.empty());
        return;
      }
      byte[] piece = new byte[part.remaining()];
      part.get(piece);
      content.writeBytes(piece);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(Optional.of(Bytes.of(content.toByteArray())));
  }
}
