package io.cardproof.cli.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as the command writes it: trees, one object at a time. */
public final class Json {
  private static final int SCHEMA_VERSION = 1;

  private Json() {}

  /** An object that names the version of its schema. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode().put("schemaVersion", SCHEMA_VERSION);
  }

  /** An object inside another. */
  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Many lines, for an answer that is one object. */
  public static String pretty(JsonNode node) {
    return write(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT), node);
  }

  /** One line, for a stream of objects. */
  public static String line(JsonNode node) {
    return write(new ObjectMapper(), node);
  }

  private static String write(ObjectMapper mapper, JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of values can always be written", e);
    }
  }
}
