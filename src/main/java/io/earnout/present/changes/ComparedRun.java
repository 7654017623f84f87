package io.earnout.present.changes;

import io.earnout.output.CsvRows;
import io.earnout.output.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a run that are compared. */
final class ComparedRun implements AutoCloseable {

    private static final OutputFile[] FILES = {
        OutputFile.RECONCILIATION_REPORT,
        OutputFile.RELEASE_INSTRUCTIONS,
        OutputFile.CANCELLATION_LIST,
        OutputFile.READINGS,
        OutputFile.TERMS,
        OutputFile.DEADLINES,
        OutputFile.EXCEPTIONS
    };

    /** A deadline is compared up to its day: the days that are left change every day. */
    private static final int CELLS_OF_A_DEADLINE = 4;

    private final Map<OutputFile, RunRecords> open = new LinkedHashMap<>();

    ComparedRun(Path folder) throws IOException {
        for (OutputFile file : FILES) {
            open.put(file, RunRecords.open(folder, file));
        }
    }

    byte[] nextId() {
        byte[] first = new byte[0];
        for (RunRecords records : open.values()) {
            boolean earlier = first.length == 0 || Arrays.compareUnsigned(records.nextId(), first) < 0;
            if (!records.hasEnded() && earlier) {
                first = records.nextId();
            }
        }
        return first;
    }

    Rows rowsOf(byte[] id) throws IOException {
        Map<OutputFile, List<byte[]>> rows = new LinkedHashMap<>();
        Map<OutputFile, List<String>> columns = new LinkedHashMap<>();
        for (Map.Entry<OutputFile, RunRecords> records : open.entrySet()) {
            rows.put(records.getKey(), records.getValue().of(id));
            columns.put(records.getKey(), records.getValue().columns());
        }
        return new Rows(rows, columns);
    }

    @Override
    public void close() throws IOException {
        for (RunRecords records : open.values()) {
            records.close();
        }
    }

    /** The rows of one agreement in one run. */
    record Rows(Map<OutputFile, List<byte[]>> rows, Map<OutputFile, List<String>> columns) {

        boolean isSameAs(Rows other) {
            for (OutputFile file : FILES) {
                boolean isCompared = file != OutputFile.EXCEPTIONS;
                int cells = file == OutputFile.DEADLINES ? CELLS_OF_A_DEADLINE : Integer.MAX_VALUE;
                if (isCompared && !sameBytes(of(file), other.of(file), cells)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean sameBytes(List<byte[]> one, List<byte[]> other, int cells) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                int differ = Arrays.mismatch(one.get(i), other.get(i));
                if (differ >= 0 && cellAt(one.get(i), differ) < cells) {
                    return false;
                }
            }
            return true;
        }

        /** Which cell of a row a byte belongs to, counted from 0. */
        private static int cellAt(byte[] row, int at) {
            int cell = 0;
            boolean quoted = false;
            for (int i = 0; i < at && i < row.length; i++) {
                quoted ^= row[i] == '"';
                cell += row[i] == ',' && !quoted ? 1 : 0;
            }
            return cell;
        }

        private List<byte[]> of(OutputFile file) {
            return rows.getOrDefault(file, List.of());
        }

        /** The rows of a file as cells by column. */
        List<Map<String, String>> cells(OutputFile file) throws IOException {
            return CsvRows.of(String.join(",", columns.getOrDefault(file, List.of())), of(file));
        }
    }
}
