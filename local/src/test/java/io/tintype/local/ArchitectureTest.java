package io.tintype.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/// Which part of Tintype may know which. This module sees them all.
@AnalyzeClasses(packages = "io.tintype", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule imagingUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("io.tintype.imaging..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.tintype.imaging..", "java..", "javax..", "org.jspecify..")
          .because("geometry and recipes are pure, and every engine and function rests on them");

  @ArchTest
  static final ArchRule requestsKnowOnlyImaging =
      ours("io.tintype.requests..", "io.tintype.imaging..")
          .because("a grammar turns text into recipes, whoever asks and wherever they run");

  @ArchTest
  static final ArchRule enginesKnowOnlyImaging =
      ours("io.tintype.thumbnailator..", "io.tintype.imaging..")
          .because("an engine is chosen in wiring, so another one can take its place");

  @ArchTest
  static final ArchRule vipsKnowsOnlyImaging =
      ours("io.tintype.vips..", "io.tintype.imaging..")
          .because("an engine is chosen in wiring, so another one can take its place");

  @ArchTest
  static final ArchRule heifKnowsOnlyImaging =
      ours("io.tintype.heif..", "io.tintype.imaging..")
          .because("a decoder is chosen in wiring, and may be missing");

  @ArchTest
  static final ArchRule pipelineKnowsOnlyRequestsAndImaging =
      ours("io.tintype.pipeline..", "io.tintype.requests..", "io.tintype.imaging..")
          .because("use cases reach the world through their ports");

  @ArchTest
  static final ArchRule pipelineDoesNotKnowAws =
      noClasses()
          .that()
          .resideInAPackage("io.tintype.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..")
          .because("use cases are tested without any service, and ports say what they need");

  @ArchTest
  static final ArchRule awsKnowsNeitherEnginesNorFunctions =
      ours(
              "io.tintype.aws..",
              "io.tintype.pipeline..",
              "io.tintype.requests..",
              "io.tintype.imaging..")
          .because("adapters carry out the pipeline's ports and nothing else");

  @ArchTest
  static final ArchRule functionsDoNotKnowEachOther =
      slices()
          .matching("io.tintype.(renderer|presign|ondemand)..")
          .should()
          .notDependOnEachOther()
          .because("each is deployed by itself");

  @ArchTest
  static final ArchRule nothingKnowsTheLocalStack =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.local..")
          .and()
          .resideOutsideOfPackage("io.tintype.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tintype.local..")
          .because("what runs on AWS must not carry the stand-ins");

  @ArchTest
  static final ArchRule partsHaveNoCycles =
      slices()
          .matching("io.tintype.(*)..")
          .should()
          .beFreeOfCycles()
          .because("dependencies point down only");

  @ArchTest
  static final ArchRule nativeMemoryStaysWithNativeLibraries =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tintype.vips..", "io.tintype.heif..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..")
          .because(
              "a mistake with native memory ends the process, so two rooms are careful with it");

  @ArchTest
  static final ArchRule environmentIsReadInWiringOnly =
      noClasses()
          .that()
          .doNotHaveSimpleName("Wiring")
          .and()
          .areNotAssignableTo(Main.class)
          .and()
          .resideOutsideOfPackage("io.tintype.testkit..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("settings are read once, and every problem with them is reported at once");

  @ArchTest
  static final ArchRule packagesHaveNamesOfTheDomain =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..",
              "..util..",
              "..utils..",
              "..core..",
              "..impl..",
              "..service..",
              "..services..",
              "..dto..",
              "..helper..",
              "..manager..")
          .orShould()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto)")
          .because("such names say nothing of what is inside");

  @ArchTest
  static final ArchRule packagesSayWhereNullMayBe =
      classes().should(resideInANullMarkedPackage()).because("NullAway checks only what is marked");

  /// Of Tintype's own packages, `room` knows itself and `others` alone.
  private static ArchRule ours(String room, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tintype..")
                .and(not(resideInAPackage(room).or(resideInAnyPackage(others)))));
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getName() + (marked ? " does" : " does not")));
      }
    };
  }
}
