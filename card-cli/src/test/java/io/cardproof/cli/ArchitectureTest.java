package io.cardproof.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packages of the command")
final class ArchitectureTest {
  private static final JavaClasses COMMAND =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.cardproof.cli");

  @Test
  @DisplayName("have no cycles")
  void noCycles() {
    slices().matching("io.cardproof.cli.(*)..").should().beFreeOfCycles().check(COMMAND);
    noClasses()
        .that()
        .resideInAPackage("io.cardproof.cli.talk..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.cardproof.cli.show..", "io.cardproof.cli.input..")
        .check(COMMAND);
  }

  @Test
  @DisplayName("leave the process, the time and randomness to Main")
  void onlyMainKnowsTheProcess() {
    noClasses()
        .that()
        .areNotAssignableTo(Main.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callConstructor(SecureRandom.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(COMMAND);
  }

  @Test
  @DisplayName("show and judge through the core's front doors only: no crypto, no smart-card API")
  void noBackDoors() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.cardproof.crypto..", "javax.smartcardio..", "org.bouncycastle..", "org.jmrtd..")
        .check(COMMAND);
  }
}
