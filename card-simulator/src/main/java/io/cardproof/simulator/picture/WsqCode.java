package io.cardproof.simulator.picture;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** A Huffman code of WSQ: canonical, 16 bits at most, the word of all ones kept free. */
final class WsqCode {
  private static final int SYMBOLS = 256;
  private static final int NOBODY = SYMBOLS;
  private static final int MOST_BITS = 16;

  private final int[] lengths = new int[SYMBOLS];
  private final int[] words = new int[SYMBOLS];
  private final List<Integer> order;

  private record Node(long weight, int symbol, int depth, List<Node> below) {}

  /** The best code for symbols of that frequency. */
  WsqCode(long[] frequencies) {
    long[] weights = frequencies.clone();
    while (longest(weights) > MOST_BITS) {
      flatten(weights);
    }
    order =
        IntStream.range(0, SYMBOLS)
            .filter(symbol -> lengths[symbol] > 0)
            .boxed()
            .sorted(Comparator.comparing(symbol -> lengths[symbol]))
            .toList();
    assignWords();
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  int word(int symbol) {
    return words[symbol];
  }

  /** How many words there are of each length, then the symbols in the order of their words. */
  byte[] table() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int bits = 1; bits <= MOST_BITS; bits++) {
      int length = bits;
      out.write((int) order.stream().filter(symbol -> lengths[symbol] == length).count());
    }
    order.forEach(out::write);
    return out.toByteArray();
  }

  /** A symbol that never comes takes the last word, which is all ones, out of use. */
  private int longest(long[] weights) {
    PriorityQueue<Node> nodes =
        new PriorityQueue<>(
            Comparator.comparingLong(Node::weight)
                .thenComparing(Node::symbol, Comparator.reverseOrder()));
    nodes.add(new Node(0, NOBODY, 0, List.of()));
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (weights[symbol] > 0) {
        nodes.add(new Node(weights[symbol], symbol, 0, List.of()));
      }
    }
    while (nodes.size() > 1) {
      Node one = nodes.remove();
      Node two = nodes.remove();
      nodes.add(
          new Node(
              one.weight() + two.weight(),
              Math.max(one.symbol(), two.symbol()),
              Math.max(one.depth(), two.depth()) + 1,
              List.of(one, two)));
    }
    Node root = nodes.remove();
    measure(root, 0);
    return root.depth();
  }

  private void measure(Node node, int depth) {
    if (node.below().isEmpty()) {
      if (node.symbol() != NOBODY) {
        lengths[node.symbol()] = depth;
      }
      return;
    }
    node.below().forEach(next -> measure(next, depth + 1));
  }

  private static void flatten(long[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
    }
  }

  private void assignWords() {
    int word = 0;
    int length = 0;
    for (int symbol : order) {
      word <<= lengths[symbol] - length;
      length = lengths[symbol];
      words[symbol] = word++;
    }
  }
}
