package io.earnout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the rooms, and what the pure rooms keep out. */
@DisplayName("The house")
class ArchitectureTest {

    private static final String ROOT = "io.earnout.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.earnout");

    private static Stream<Arguments> rooms() {
        return Stream.of(
                Arguments.of("terms", new String[] {"java.."}),
                Arguments.of("settlement", new String[] {"java..", ROOT + "terms"}),
                Arguments.of("escrow", new String[] {"java..", ROOT + "terms", ROOT + "settlement"}),
                Arguments.of("input", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    "com.opencsv..",
                    "org.springframework.batch.infrastructure.item.."
                }),
                Arguments.of("output", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    "com.opencsv..",
                    "org.springframework.batch.infrastructure.item..",
                    "org.springframework.boot.json.."
                }),
                Arguments.of(
                        "derivation", new String[] {"java..", ROOT + "terms", ROOT + "settlement", ROOT + "escrow"}),
                // nothing of the papers, the report or the workbook: a question must not pay for them at start
                Arguments.of("inquiry", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    ROOT + "input",
                    ROOT + "derivation",
                    ROOT + "output"
                }),
                Arguments.of("report", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    ROOT + "derivation",
                    ROOT + "documents",
                    ROOT + "output",
                    ROOT + "templates..",
                    "gg.jte..",
                    "org.jfree..",
                    "org.apache.batik..",
                    "org.w3c.dom.."
                }),
                Arguments.of("documents", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    ROOT + "derivation",
                    ROOT + "output",
                    ROOT + "templates..",
                    "gg.jte..",
                    "com.openhtmltopdf..",
                    "org.apache.pdfbox..",
                    "org.apache.fontbox.."
                }),
                Arguments.of("workbook", new String[] {
                    "java..",
                    ROOT + "terms",
                    ROOT + "settlement",
                    ROOT + "escrow",
                    ROOT + "derivation",
                    ROOT + "output",
                    "org.dhatim.fastexcel.."
                }));
    }

    @ParameterizedTest(name = "{0} imports what it may")
    @MethodSource("rooms")
    void eachRoomImportsOnlyWhatItMay(String room, String[] allowed) {
        String[] withItself =
                Stream.concat(Stream.of(allowed), Stream.of(ROOT + room)).toArray(String[]::new);
        ArchRule rule = classes()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(withItself);
        rule.check(MAIN);
    }

    @Test
    @DisplayName("nobody imports the job but the command line")
    void nobodyImportsTheJob() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.earnout", ROOT + "job")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "job", "io.earnout")
                .check(MAIN);
    }

    @Test
    @DisplayName("the domain has no floating point")
    void theDomainHasNoFloatingPoint() {
        for (Class<?> inexact : new Class<?>[] {double.class, float.class, Double.class, Float.class}) {
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(ROOT + "terms", ROOT + "settlement", ROOT + "escrow")
                    .should()
                    .notHaveRawType(inexact)
                    .check(MAIN);
        }
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "terms", ROOT + "settlement", ROOT + "escrow")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.math.BigDecimal")
                .check(MAIN);
    }

    @Test
    @DisplayName("the domain has no clock, file, locale or randomness")
    void theDomainIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "terms", ROOT + "settlement", ROOT + "escrow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.time.Clock.class, java.util.Locale.class, java.util.Random.class, java.util.HashMap.class)
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(MAIN);
    }

    @Test
    @DisplayName("there are no managers, services, helpers, utils or impls")
    void noEmptyNames() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .check(MAIN);
    }
}
