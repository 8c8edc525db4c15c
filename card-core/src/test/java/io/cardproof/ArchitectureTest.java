package io.cardproof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  /** From the ground up: a package sees only those before it. */
  private static final List<String> ORDER =
      List.of(
          "io.cardproof.value..",
          "io.cardproof.error..",
          "io.cardproof.crypto..",
          "io.cardproof.document..",
          "io.cardproof.access..",
          "io.cardproof.vietnam..",
          "io.cardproof.terminal..",
          "io.cardproof.evidence..",
          "io.cardproof.check..",
          "io.cardproof.conformance..",
          "io.cardproof.trust..",
          "io.cardproof.report..",
          "io.cardproof.verify..",
          "io.cardproof.reader..",
          "io.cardproof.chip..",
          "io.cardproof.image..",
          "io.cardproof");

  private static final Set<String> CURRENT_TIME = Set.of("now", "currentTimeMillis");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/simulator/"))
          .importPackages("io.cardproof");

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    classes().should().resideInAnyPackage(ORDER.toArray(String[]::new)).check(CORE);
  }

  @Test
  void aPackageSeesOnlyThoseBelowIt() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] above = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ORDER.get(i))
          .should()
          .dependOnClassesThat(resideInAnyPackage(above))
          .allowEmptyShould(true)
          .check(CORE);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.cardproof.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void judgingNeverReachesReadersOrChips() {
    classes()
        .that()
        .resideInAPackage("io.cardproof.verify..")
        .should(
            reachOnly(
                resideInAnyPackage(
                    "io.cardproof.reader..", "io.cardproof.chip..", "javax.smartcardio..")))
        .check(CORE);
  }

  @Test
  void jmrtdIsKnownOnlyWhereFilesAreParsed() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cardproof.document..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.jmrtd.."))
        .check(CORE);
  }

  @Test
  void scubaIsKnownOnlyWhereFilesAreParsedAndInItsLink() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.cardproof.document..", "io.cardproof.reader.scuba..")
        .should()
        .dependOnClassesThat(resideInAPackage("net.sf.scuba.."))
        .check(CORE);
  }

  @Test
  void javaxSmartcardioIsKnownOnlyToThePcscReaders() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cardproof.reader.pcsc..")
        .should()
        .dependOnClassesThat(resideInAPackage("javax.smartcardio.."))
        .check(CORE);
  }

  @Test
  void imagesAreDecodedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cardproof.image..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.awt..", "javax.imageio..", "com.github.jaiimageio..", "org.jnbis.."))
        .check(CORE);
  }

  @Test
  void nobodyRegistersAProvider() {
    noClasses().should().callMethod(Security.class, "addProvider", Provider.class).check(CORE);
    noClasses()
        .should()
        .callMethod(Security.class, "insertProviderAt", Provider.class, int.class)
        .check(CORE);
  }

  @Test
  void timeIsAParameterOutsideTheWiring() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.cardproof", "io.cardproof.reader.pcsc..")
        .should()
        .callCodeUnitWhere(readsTheClock())
        .check(CORE);
  }

  @Test
  void randomnessIsAParameterOutsideTheWiring() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cardproof")
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "makes randomness",
                call ->
                    call.getTargetOwner().isAssignableTo(SecureRandom.class)
                        && Set.of("<init>", "getInstance", "getInstanceStrong")
                            .contains(call.getName())))
        .check(CORE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CORE);
  }

  @Test
  void aSealedFamilyLivesInOnePackage() {
    classes()
        .should(
            satisfy(
                "have all permitted subclasses in its package",
                type ->
                    !type.isSealed()
                        || Arrays.stream(type.getPermittedSubclasses())
                            .allMatch(
                                member -> member.getPackageName().equals(type.getPackageName()))))
        .check(CORE);
  }

  @Test
  void aRecordHasNoArrayOfBytes() {
    classes()
        .should(
            satisfy(
                "have no byte[] component",
                type ->
                    !type.isRecord()
                        || Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .noneMatch(byte[].class::equals)))
        .check(CORE);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .should(
            satisfy(
                "be in a package that is @NullMarked",
                type -> type.getPackage().isAnnotationPresent(NullMarked.class)))
        .check(CORE);
  }

  @Test
  void theRulesSeeTheCore() {
    assertTrue(CORE.contain("io.cardproof.value.Bytes"));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return DescribedPredicate.describe(
        "reads the clock",
        call ->
            (CURRENT_TIME.contains(call.getName())
                    && Set.of("java.time", "java.lang")
                        .contains(call.getTargetOwner().getPackageName()))
                || (call.getTargetOwner().isEquivalentTo(Clock.class)
                    && call.getName().startsWith("system")));
  }

  private static ArchCondition<JavaClass> reachOnly(
      DescribedPredicate<? super JavaClass> forbidden) {
    return new ArchCondition<>("not reach " + forbidden.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getTransitiveDependenciesFromSelf().stream()
            .filter(dependency -> forbidden.test(dependency.getTargetClass()))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> satisfy(String rule, Predicate<Class<?>> predicate) {
    return new ArchCondition<>(rule) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!predicate.test(type.reflect())) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + rule));
        }
      }
    };
  }
}
