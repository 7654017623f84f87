package io.earnout.present.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The values that a workbook has beside its formulas, against those that a recalculation gives. */
final class StoredValues {

    /** Doubles and exact figures differ by this part of the largest number of a sheet at most. */
    private static final double PRECISION = 1e-12;

    private StoredValues() {}

    /**
     * Reads a workbook back.
     *
     * @param calculated the rows of each sheet after it was recalculated
     * @return the cells that have no stored value or another one
     */
    static List<String> differences(Path workbook, Map<String, List<String[]>> calculated) throws IOException {
        List<String> differences = new ArrayList<>();
        try (XSSFWorkbook book = WrittenWorkbook.read(workbook)) {
            int formulas = 0;
            for (Sheet sheet : book) {
                List<String[]> rows = Objects.requireNonNull(calculated.get(sheet.getSheetName()));
                double largest = largest(sheet);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            compare(cell, rows.get(row.getRowNum())[cell.getColumnIndex()], largest, differences);
                        }
                    }
                }
            }
            if (formulas == 0) {
                differences.add("no formula");
            }
        }
        return differences;
    }

    private static double largest(Sheet sheet) {
        double largest = 1;
        for (Row row : sheet) {
            for (Cell cell : row) {
                largest = cell.getCellType() == CellType.NUMERIC
                        ? Math.max(largest, Math.abs(cell.getNumericCellValue()))
                        : largest;
            }
        }
        return largest;
    }

    private static void compare(Cell cell, String calculated, double largest, List<String> differences) {
        boolean isSame = switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> isNear(cell, calculated, largest);
            case STRING -> cell.getStringCellValue().equals(calculated);
            default -> false;
        };
        if (!isSame) {
            differences.add(cell.getSheet().getSheetName() + "!" + cell.getAddress() + " stores " + stored(cell)
                    + ", recalculated " + calculated + ": " + cell.getCellFormula());
        }
    }

    private static String stored(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> "nothing";
        };
    }

    private static boolean isNear(Cell cell, String calculated, double largest) {
        if (!calculated.matches("-?[0-9.]+(E[-+]?[0-9]+)?")) {
            return false;
        }
        double difference = Math.abs(cell.getNumericCellValue() - Double.parseDouble(calculated));
        boolean isWhole = cell.getCellStyle().getDataFormatString().equals("#,##0");
        return isWhole ? difference == 0 : difference <= largest * PRECISION;
    }
}
