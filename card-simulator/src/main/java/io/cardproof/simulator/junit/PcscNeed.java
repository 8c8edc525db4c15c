package io.cardproof.simulator.junit;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Whether a test wants a reader of the PC/SC service, and what that means here. */
enum PcscNeed {
  /** No parameter of it is one. */
  NONE,
  /** It is there. */
  MET,
  /** It is not there, and the run does not insist. */
  UNMET,
  /** It is not there, and the run insists: the test runs, and fails. */
  REQUIRED;

  private static final String REQUIRE = "cardproof.require";

  static PcscNeed of(ExtensionContext context) {
    if (executables(context).noneMatch(PcscNeed::wantsReader)) {
      return NONE;
    }
    if (PcscSlots.available()) {
      return MET;
    }
    return isRequired(context) ? REQUIRED : UNMET;
  }

  ConditionEvaluationResult result() {
    return this == UNMET
        ? ConditionEvaluationResult.disabled(
            "needs pcscd with the driver vpcd (packages pcscd and vsmartcard-vpcd); "
                + REQUIRE
                + "=pcsc makes it fail instead")
        : ConditionEvaluationResult.enabled("PC/SC: " + this);
  }

  /** The parameter of the JUnit platform, or the variable CARDPROOF_REQUIRE. */
  private static boolean isRequired(ExtensionContext context) {
    return context.getConfigurationParameter(REQUIRE).orElse("").contains("pcsc")
        || System.getenv().getOrDefault("CARDPROOF_REQUIRE", "").contains("pcsc");
  }

  /** The test method; for a class its constructors and what runs before and after its tests. */
  private static Stream<Executable> executables(ExtensionContext context) {
    return context
        .getTestMethod()
        .map(method -> Stream.<Executable>of(method))
        .or(() -> context.getTestClass().map(PcscNeed::around))
        .orElseGet(Stream::empty);
  }

  private static Stream<Executable> around(Class<?> type) {
    Stream<Executable> methods =
        Stream.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class)
            .flatMap(
                annotation ->
                    AnnotationSupport.findAnnotatedMethods(
                        type, annotation, HierarchyTraversalMode.TOP_DOWN)
                        .stream());
    return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), methods);
  }

  private static boolean wantsReader(Executable executable) {
    return Arrays.asList(executable.getParameterTypes()).contains(PcscReader.class);
  }
}
