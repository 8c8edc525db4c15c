package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.util.function.UnaryOperator;

/** What an answer of a chip becomes; the command is what the terminal sent last. */
interface Deviation {
  Bytes apply(Bytes command, Bytes answer);

  static Deviation to(String answer) {
    return (command, honest) -> Bytes.ofHex(answer);
  }

  /** Changes what stands in the template. */
  static Deviation objects(UnaryOperator<Bytes> change) {
    return (command, answer) -> {
      Bytes template = answer.slice(0, answer.length() - 2);
      Bytes inner = Template.value(template, 0x7C).orElseThrow();
      return Bytes.concat(Template.dynamic(change.apply(inner)), Bytes.ofHex("9000"));
    };
  }

  /** Changes the value of the first object. */
  static Deviation value(String tag, UnaryOperator<Bytes> change) {
    int number = Integer.parseInt(tag, 16);
    return objects(
        inner -> {
          Bytes first = Template.first(inner).orElseThrow();
          Bytes value = Template.value(first, number).orElseThrow();
          return Bytes.concat(
              Template.object(number, change.apply(value)), inner.from(first.length()));
        });
  }

  /** Sends the value of the command back. */
  static Deviation reflecting(int sentTag, int answeredTag) {
    return (command, answer) -> {
      Bytes data = command.slice(5, command.length() - 1);
      Bytes inner = Template.value(data, 0x7C).orElseThrow();
      Bytes value = Template.value(inner, sentTag).orElseThrow();
      return Bytes.concat(
          Template.dynamic(Template.object(answeredTag, value)), Bytes.ofHex("9000"));
    };
  }
}
