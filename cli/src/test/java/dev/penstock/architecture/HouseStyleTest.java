package dev.penstock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.penstock", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseStyleTest {

    @ArchTest
    static void namesSayWhatAClassDoes(JavaClasses scanned) {
        noClasses()
                .should()
                .haveNameMatching("(.*[.$])?([A-Z]\\w*)?(Utils?|Helpers?|Manager|Impl|Common)([A-Z$].*)?")
                .check(Production.all(scanned));
    }

    @ArchTest
    static void namesSayWhatAPackageIsFor(JavaClasses scanned) {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..helpers..")
                .check(Production.all(scanned));
    }

    @ArchTest
    static void packagesDoNotDependOnEachOtherInACircle(JavaClasses scanned) {
        slices().matching("dev.penstock.(**)").should().beFreeOfCycles().check(Production.all(scanned));
    }

    @ArchTest
    static void nothingStaticChanges(JavaClasses scanned) {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould(holdWhatDoesNotChange())
                .check(Production.all(scanned));
    }

    @ArchTest
    static void onlyTheCommandLineSpeaksToTheTerminal(JavaClasses scanned) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.penstock.cli..")
                .should()
                .accessField(System.class, "out")
                .check(Production.all(scanned));
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.penstock.cli..", "dev.penstock.testing..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(Production.all(scanned));
    }

    @ArchTest
    static void nothingLogsThroughTheJdk(JavaClasses scanned) {
        noClasses()
                .that()
                // These quiet libraries that log through it.
                .doNotHaveFullyQualifiedName("dev.penstock.mlflow.Client")
                .and()
                .doNotHaveFullyQualifiedName("dev.penstock.cli.QuietLibraries")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(Production.all(scanned));
    }

    @ArchTest
    static void nothingIsMadeToBeExtended(JavaClasses scanned) {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(beFinalOrSealed())
                .check(Production.all(scanned));
    }

    private static ArchCondition<JavaField> holdWhatDoesNotChange() {
        return new ArchCondition<>("hold what does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(new SimpleConditionEvent(field, !changes(field), field.getDescription() + " can change"));
            }
        };
    }

    /** The declared type tells: ArrayList and AtomicInteger exist to be changed, List and ClassValue do not. */
    private static boolean changes(JavaField field) {
        JavaClass type = field.getRawType();
        boolean hidden = field.getModifiers().contains(JavaModifier.PRIVATE)
                || field.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return (type.isArray() && !hidden)
                || (collection && !type.isInterface())
                || (type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum())
                || Stream.of(ThreadLocal.class, Appendable.class, Random.class).anyMatch(type::isAssignableTo);
    }

    private static ArchCondition<JavaClass> beFinalOrSealed() {
        return new ArchCondition<>("be final, sealed or a record") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.isAnonymousClass()
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getDescription() + " can be extended"));
            }
        };
    }
}
