package io.cardproof.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a simulated document. It stands at a parameter, a method, a class, or an annotation
 * of the test's own; the nearest one counts, and a nested class takes over the one around it.
 *
 * <p>The parameters, as many of them as the test likes:
 *
 * <ul>
 *   <li>{@link io.cardproof.simulator.SimulatedCard}: the document with its CAN, MRZ, QR text and
 *       trust; made once in a run for each persona, faults, seed and clock,
 *   <li>{@link io.cardproof.simulator.chip.VirtualCard}: its chip, new for every test,
 *   <li>{@link javax.smartcardio.CardTerminal}, {@link
 *       io.cardproof.simulator.link.SimulatedTerminal}, {@link javax.smartcardio.CardTerminals} or
 *       {@link javax.smartcardio.TerminalFactory}: a reader in this process that holds this chip,
 *   <li>{@link PcscReader}: a reader of the real PC/SC service. Where there is none with the driver
 *       vpcd the test is skipped, and says so.
 * </ul>
 *
 * <p>Parameters that share an annotation share the chip; a parameter that has its own has a chip of
 * its own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@ExtendWith(SimulatedDocumentExtension.class)
public @interface SimulatedDocument {
  /**
   * The document, as {@link io.cardproof.simulator.Personas#list()} names it. If empty, it is the
   * base chip of the inspection case among the faults, and {@code cccd-2021} where there is none.
   */
  String persona() default "";

  /** What is wrong with it, as {@link io.cardproof.simulator.Faults#list()} names it. */
  String[] faults() default {};

  /** Fixes keys, data and the randomness of the chip: equal seeds give equal cards. */
  long seed() default 1;

  /** The instant as of which it is made, such as {@code 2026-11-23T00:00:00Z}; now if empty. */
  String clock() default "";
}
