package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The four steps of PACE, each a GENERAL AUTHENTICATE, ICAO 9303-11 §4.4.4.2; and their faults. */
enum PaceStep {
  /** The chip sends its encrypted nonce. */
  NONCE(0, 0x80),
  /** Both sides send what the nonce is mapped with. */
  MAP(0x81, 0x82),
  /** Both sides send their ephemeral keys. */
  AGREE(0x83, 0x84),
  /** Both sides send their tokens. */
  AUTHENTICATE(0x85, 0x86);

  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int TEMPLATE = 0x7C;

  private final int asked;
  private final int answered;

  PaceStep(int asked, int answered) {
    this.asked = asked;
    this.answered = answered;
  }

  /** What the objects of an answer become. */
  @FunctionalInterface
  interface Objects {
    /** The content of the template instead. */
    byte[] instead(List<DataObject> usual);
  }

  /** The step is answered by a status word alone. */
  CaseFault refused(int statusWord) {
    return between(
        new Interference() {
          @Override
          public Optional<Answer> instead(Exchange exchange) {
            return isStep(exchange) ? Optional.of(Answer.status(statusWord)) : Optional.empty();
          }
        });
  }

  /** The object of the step has another tag. */
  CaseFault tagged(int tag) {
    return objects(
        usual ->
            joined(
                usual,
                object -> object.tag() == answered ? encoded(tag, object) : object.encoded()));
  }

  /** The object of the step has another value. */
  CaseFault valued(UnaryOperator<byte[]> change) {
    return valued((value, command) -> change.apply(value));
  }

  /** The object of the step has another value, which depends on the terminal's object. */
  CaseFault valued(BinaryOperator<byte[]> change) {
    return between(
        new Interference() {
          @Override
          public Answer plain(Exchange exchange, Answer answer) {
            return isStep(exchange)
                ? changed(answer, usual -> joined(usual, o -> value(o, exchange, change)))
                : answer;
          }
        });
  }

  /** The template of the step has another content. */
  CaseFault objects(Objects change) {
    return between(
        new Interference() {
          @Override
          public Answer plain(Exchange exchange, Answer answer) {
            return isStep(exchange) ? changed(answer, change) : answer;
          }
        });
  }

  /** All objects, each as {@code each} has it. */
  static byte[] joined(List<DataObject> objects, Encoding each) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    objects.forEach(object -> out.writeBytes(each.of(object)));
    return out.toByteArray();
  }

  /** How an object goes into the answer. */
  @FunctionalInterface
  interface Encoding {
    /** Its bytes. */
    byte[] of(DataObject object);
  }

  private byte[] value(DataObject object, Exchange exchange, BinaryOperator<byte[]> change) {
    if (object.tag() != answered) {
      return object.encoded();
    }
    List<DataObject> sent = content(exchange.data());
    byte[] terminals = sent.isEmpty() ? new byte[0] : sent.get(0).value();
    return DataObject.encode(answered, change.apply(object.value(), terminals));
  }

  private static byte[] encoded(int tag, DataObject object) {
    return DataObject.encode(tag, object.value());
  }

  private static Answer changed(Answer answer, Objects change) {
    return answer.data().length == 0
        ? answer
        : answer.withData(DataObject.encode(TEMPLATE, change.instead(content(answer.data()))));
  }

  private boolean isStep(Exchange exchange) {
    if (exchange.ins() != GENERAL_AUTHENTICATE || exchange.phase() != Phase.PLAIN) {
      return false;
    }
    List<DataObject> objects = content(exchange.data());
    return objects.isEmpty() ? asked == 0 : objects.get(0).tag() == asked;
  }

  private static List<DataObject> content(byte[] template) {
    try {
      List<DataObject> objects = new ArrayList<>();
      for (DataObject object : DataObject.parseAll(template)) {
        objects.addAll(DataObject.parseAll(object.value()));
      }
      return objects;
    } catch (MalformedDataException e) {
      return List.of();
    }
  }

  private static CaseFault between(Interference interference) {
    return CaseFault.interference(interference);
  }
}
