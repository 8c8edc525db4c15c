package io.cardproof.simulator.junit;

import io.cardproof.simulator.SimulatedCard;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Serves {@link SimulatedDocument}, which registers it; there is no need to name it. */
public final class SimulatedDocumentExtension implements ParameterResolver, ExecutionCondition {
  private static final Namespace NAMESPACE = Namespace.create(SimulatedDocumentExtension.class);

  /** JUnit makes it. */
  public SimulatedDocumentExtension() {}

  /** Skips, by name, what needs a PC/SC service where there is none and none must be. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return PcscNeed.of(context).result();
  }

  /** What a constructor takes belongs to the test that the instance is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Bench.offers(parameter.getParameter().getType())
        && request(parameter, context).isPresent();
  }

  /** What the nearest annotation asks for, in the form that the parameter has. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Request request = request(parameter, context).orElseThrow();
    try {
      return bench(request, context).give(parameter.getParameter().getType());
    } catch (CardException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }

  /** An annotation and where it stands; those who share it share the chip. */
  private record Request(SimulatedDocument annotation, Object place) {}

  private static Optional<Request> request(ParameterContext parameter, ExtensionContext context) {
    return parameter
        .findAnnotation(SimulatedDocument.class)
        .map(own -> new Request(own, parameter.getParameter()))
        .or(() -> around(Optional.of(context)));
  }

  private static Optional<Request> around(Optional<ExtensionContext> start) {
    for (Optional<ExtensionContext> at = start; at.isPresent(); at = at.get().getParent()) {
      Optional<AnnotatedElement> element = at.get().getElement();
      Optional<SimulatedDocument> found =
          AnnotationSupport.findAnnotation(element, SimulatedDocument.class);
      if (found.isPresent()) {
        return Optional.of(new Request(found.get(), element.get()));
      }
    }
    return Optional.empty();
  }

  // The key names the context, since a store also shows what outer contexts hold.
  private record Place(String test, Object annotated) {}

  private static Bench bench(Request request, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            new Place(context.getUniqueId(), request.place()),
            place -> new Bench(card(request, context), slots(context)),
            Bench.class);
  }

  private static SimulatedCard card(Request request, ExtensionContext context) {
    Specification wanted = Specification.of(request.annotation());
    try {
      return run(context).getOrComputeIfAbsent(wanted, Specification::issue, SimulatedCard.class);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "@SimulatedDocument at " + request.place() + ": " + e.getMessage(), e);
    }
  }

  private static PcscSlots slots(ExtensionContext context) {
    return run(context)
        .getOrComputeIfAbsent(PcscSlots.class, type -> new PcscSlots(), PcscSlots.class);
  }

  private static Store run(ExtensionContext context) {
    return context.getRoot().getStore(NAMESPACE);
  }
}
