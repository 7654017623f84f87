package io.earnout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the rooms, and what the pure rooms keep out. */
@DisplayName("The house")
class ArchitectureTest {

    private static final String ROOT = "io.earnout.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.earnout");

    private static final String[] DOMAIN = {ROOT + "terms", ROOT + "settlement", ROOT + "escrow.."};

    /** The folders in the order of their levels: each may import those before it, and of the libraries only these. */
    private static final Map<String, List<String>> LEVELS = levels();

    private static Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (String pure : List.of(
                "terms",
                "settlement",
                "escrow.finding",
                "escrow.record",
                "escrow.calendar",
                "escrow.review",
                "escrow.release",
                "escrow.delay",
                "escrow.determination")) {
            levels.put(pure, List.of());
        }
        levels.put("input.csv", List.of("com.opencsv.."));
        levels.put("input", List.of("org.springframework.batch.infrastructure.item.."));
        levels.put("output", List.of("com.opencsv.."));
        levels.put("publish", List.of("tools.jackson.core.."));
        levels.put("present.todo", List.of());
        // nothing of the papers, the report or the workbook: a question must not pay for them at start
        levels.put("present.explain", List.of());
        levels.put("present.changes", List.of());
        levels.put("present.overview", List.of());
        levels.put("present.deadlines", List.of("biweekly.."));
        levels.put(
                "present.papers",
                List.of(
                        ROOT + "templates..",
                        "gg.jte..",
                        "com.openhtmltopdf..",
                        "org.apache.pdfbox..",
                        "org.apache.fontbox..",
                        "org.w3c.dom.."));
        levels.put("present.report", List.of(ROOT + "templates..", "gg.jte.."));
        levels.put("present.summary", List.of());
        levels.put("present.workbook", List.of("org.apache.poi.."));
        levels.put("batch", List.of("org.springframework..", "org.h2..", "com.zaxxer.hikari..", "javax.sql.."));
        levels.put("cli", List.of("picocli..", "org.springframework..", "org.apache.commons.text.."));
        return levels;
    }

    private static Stream<String> folders() {
        return LEVELS.keySet().stream();
    }

    @ParameterizedTest(name = "{0} imports what it may")
    @MethodSource("folders")
    void eachFolderImportsOnlyThoseBeforeIt(String folder) {
        List<String> allowed = new ArrayList<>(List.of("java.."));
        for (String before : LEVELS.keySet()) {
            allowed.add(ROOT + before);
            if (before.equals(folder)) {
                break;
            }
        }
        allowed.addAll(LEVELS.get(folder));
        classes()
                .that()
                .resideInAPackage(ROOT + folder)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    @DisplayName("every class lives in one of the folders")
    void everyClassLivesInAFolder() {
        classes()
                .that()
                .resideOutsideOfPackages(ROOT + "templates..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(folders().map(folder -> ROOT + folder).toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    @DisplayName("no class refers back to itself by way of others, not even inside a folder")
    void thereAreNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getName();
                        boolean isOurs = name.startsWith(ROOT) && !name.startsWith(ROOT + "templates");
                        return isOurs ? SliceIdentifier.of(name.split("\\$", 2)[0]) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "each class with those inside it";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    @DisplayName("the domain has no floating point")
    void theDomainHasNoFloatingPoint() {
        for (Class<?> inexact : new Class<?>[] {double.class, float.class, Double.class, Float.class}) {
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .notHaveRawType(inexact)
                    .check(MAIN);
        }
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
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
                .resideInAnyPackage(DOMAIN)
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
