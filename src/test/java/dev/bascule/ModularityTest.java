package dev.bascule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows between the rooms are the ones that the packages declare. */
class ModularityTest {
  private static final ApplicationModules ROOMS = ApplicationModules.of(BasculeApplication.class);
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.bascule");

  @Test
  void roomsUseOnlyWhatTheyDeclare() {
    ROOMS.verify();
  }

  @Test
  void roomsAreDrawn() {
    new Documenter(ROOMS).writeModulesAsPlantUml();
  }

  @Test
  void onlyDcsKnowsJetcd() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bascule.dcs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.etcd..")
        .check(CLASSES);
  }

  @Test
  void onlySshKnowsSshj() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bascule.ssh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.schmizz..", "com.hierynomus..")
        .check(CLASSES);
  }

  @Test
  void vaadinStaysInPages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.bascule.ui..", "dev.bascule..ui..", "dev.bascule", "dev.bascule.access..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.vaadin..")
        .check(CLASSES);
  }

  @Test
  void entitiesStayInside() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.bascule..internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.persistence..")
        .check(CLASSES);
  }
}
