package io.earnout.output;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Buffers for the rows of each file, used again and again: those of a large run would fill some gigabytes. */
public final class RowBuffers {

    /** A beginning: buffers grow with what they take. */
    private static final int BYTES = 64 * 1024;

    private final Queue<Map<OutputFile, CsvBuffer>> free = new ConcurrentLinkedQueue<>();

    /** Empty ones. */
    Map<OutputFile, CsvBuffer> take() {
        Map<OutputFile, CsvBuffer> used = free.poll();
        if (used != null) {
            used.values().forEach(CsvBuffer::clear);
            return used;
        }
        Map<OutputFile, CsvBuffer> buffers = new EnumMap<>(OutputFile.class);
        for (OutputFile file : OutputFile.values()) {
            buffers.put(file, new CsvBuffer(BYTES));
        }
        return buffers;
    }

    /** Takes them back. */
    void giveBack(Map<OutputFile, CsvBuffer> used) {
        free.add(used);
    }
}
