package dev.penstock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.penstock", importOptions = ImportOption.DoNotIncludeTests.class)
final class SdkArchitectureTest {

    private static final String ROOT = "dev.penstock.";

    /** Each package of the SDK and what it may use: only packages above it in this list. */
    private static final Map<String, List<String>> USES = Map.ofEntries(
            entry("problem", List.of()),
            entry("artifact", List.of()),
            entry("container", List.of()),
            entry("option", List.of()),
            entry("type", List.of("problem", "artifact")),
            entry("spec", List.of("problem", "container", "option", "type")),
            entry("check", List.of("problem", "container", "option", "type", "spec")),
            entry("draw", List.of("container", "option", "type", "spec")),
            entry("diff", List.of("container", "option", "type", "spec")),
            entry("flow", List.of("problem", "artifact", "container", "option", "type", "spec", "check")),
            entry("model", List.of("artifact", "flow")));

    @ArchTest
    static void dependsOneWay(JavaClasses scanned) {
        JavaClasses sdk = Production.sdk(scanned);
        USES.forEach((name, used) -> classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("", "java..", "com.fasterxml.jackson..", "org.jspecify..", ROOT + name),
                                used.stream().map(ROOT::concat))
                        .toArray(String[]::new))
                .because("the packages of the SDK depend one way")
                .check(sdk));
    }

    @ArchTest
    static void hasNoPackageWithoutARule(JavaClasses scanned) {
        assertThat(Production.sdk(scanned).stream()
                        .map(JavaClass::getPackageName)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        USES.keySet().stream().map(ROOT::concat).toList());
    }

    @ArchTest
    static void knowsOnlyTheJdkJacksonAndJSpecify(JavaClasses scanned) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("", "java..", "com.fasterxml.jackson..", "org.jspecify..", "dev.penstock..")
                .because("pipelines are compiled against the SDK alone")
                .check(Production.sdk(scanned));
    }
}
