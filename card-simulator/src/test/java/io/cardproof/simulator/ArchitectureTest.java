package io.cardproof.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The simulator is a second reading of the standard: it shares nothing with the core. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private final JavaClasses simulator =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.cardproof.simulator");

  @Test
  void nothingOfOursIsUsedFromOutside() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.cardproof..")
                .and(not(resideInAPackage("io.cardproof.simulator.."))))
        .check(simulator);
  }

  @Test
  void jmrtdIsOnlyATestClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jmrtd..", "net.sf.scuba..")
        .check(simulator);
  }

  @Test
  void junitIsNeededByItsExtensionAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.cardproof.simulator.junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "io.cardproof.simulator.junit..")
        .check(simulator);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.cardproof.(**)").should().beFreeOfCycles().check(simulator);
  }

  @Test
  void theChipKnowsNothingOfReaders() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.cardproof.simulator.chip..",
            "io.cardproof.simulator.crypto..",
            "io.cardproof.simulator.tlv..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.smartcardio..", "io.cardproof.simulator.link..")
        .check(simulator);
  }

  @Test
  void namesSayWhatATypeIs() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(simulator);
  }

  @Test
  void noProviderIsRegisteredForTheWholeProcess() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Security.class).check(simulator);
  }
}
