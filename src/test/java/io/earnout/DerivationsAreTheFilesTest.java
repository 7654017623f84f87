package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.AgreementLookup;
import io.earnout.present.explain.Answer;
import io.earnout.present.explain.Cell;
import io.earnout.present.explain.Derivation;
import io.earnout.present.explain.Derivations;
import io.earnout.present.explain.DerivedYear;
import io.earnout.present.explain.Quantity;
import io.earnout.present.explain.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number that is explained is the number in the files, and rests on cells that hold what is said. */
class DerivationsAreTheFilesTest {

    static List<String> cases() throws IOException {
        return CaseFolders.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyExplainedNumberIsThatOfTheFiles(String name) throws IOException {
        Path expected = CaseFolders.of(name).resolve("expected");
        for (Map<String, String> position : rows(expected, "positions.csv")) {
            String id = Csv.cell(position, "agreement_id");
            Path input = CaseFolders.input(name);
            Answer answer = AgreementLookup.find(input, Optional.empty(), TestRun.TODAY, Optional.of(id));
            Answer.Found found = (Answer.Found) answer;
            for (DerivedYear year : Derivations.of(found.result())) {
                for (Derivation number : year.numbers()) {
                    compare(id, number, expected);
                    number.cells().forEach(cell -> isThere(cell, input));
                    assertFalse(number.arithmetic().isEmpty(), () -> number + " has no formula");
                }
            }
        }
    }

    private static void compare(String id, Derivation number, Path expected) throws IOException {
        Quantity quantity = number.quantity();
        if (quantity.file().isEmpty()) {
            return;
        }
        boolean ofLine = quantity.file().equals("release-instructions.csv");
        List<Map<String, String>> rows = rows(expected, quantity.file()).stream()
                .filter(row -> Csv.cell(row, "agreement_id").equals(id)
                        && Csv.cell(row, "assessment_year").equals(Integer.toString(number.assessmentYear()))
                        && (!ofLine || Csv.cell(row, "tranche_year").equals(Integer.toString(number.trancheYear()))))
                .toList();
        if (quantity == Quantity.ADJUSTMENT_SHARES && rows.isEmpty()) {
            return; // nothing was agreed to be released: there is no line
        }
        if (quantity == Quantity.REVENUE_OFFSET && rows.isEmpty()) {
            return; // less than a share: there is no line
        }
        assertEquals(1, rows.size(), () -> "rows of " + number);
        assertEquals(
                Csv.cell(rows.get(0), quantity.column()),
                number.result().map(Result::plain).orElse(""),
                () -> quantity + " of year " + number.assessmentYear());
    }

    /** The cell holds the value, but for thousands separators, decimals and the unit that it is written in. */
    private static void isThere(Cell cell, Path input) {
        assertTrue(cell.source().line() > 1, () -> cell + " has no line");
        try {
            List<String> header = Csv.records(
                            Files.readString(input.resolve(cell.source().file())))
                    .stream()
                    .map(List::of)
                    .findFirst()
                    .orElseThrow();
            assertTrue(header.contains(cell.column()), () -> cell + " has no column in " + header);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(Path folder, String file) throws IOException {
        return Csv.rows(Files.readString(folder.resolve(file)));
    }
}
