package io.cardproof.cli.show;

import io.cardproof.document.FileId;
import java.util.Optional;

/**
 * One command of a trace, by what nobody can hide: its header, its lengths, its status word.
 *
 * @param number of the exchange, from 1
 * @param name such as {@code READ BINARY}
 * @param file that it addresses, where its header says so
 * @param form whether secure messaging protects it
 * @param sent bytes of the command
 * @param received bytes of the answer; 0 where there was none
 * @param outcome the status word, or why there was no answer
 * @param millis from the answer before to this one
 */
public record TracedCommand(
    int number,
    String name,
    Optional<FileId> file,
    Form form,
    int sent,
    int received,
    String outcome,
    long millis) {

  /** How a command travels. */
  public enum Form {
    PLAIN,
    PROTECTED
  }

  /** Name and file, for comparing what was done. */
  public String what() {
    return name + file.map(id -> " " + id.label()).orElse("");
  }
}
