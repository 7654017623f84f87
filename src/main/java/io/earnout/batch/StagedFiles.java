package io.earnout.batch;

import io.earnout.output.OutputFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes the CSV files of a run into the staging folder, block by block in the order in which the blocks were read. */
final class StagedFiles implements ItemStreamWriter<SettledEscrows> {

    private final RunOrder order;
    private final ControlSums sums;
    private final Map<OutputFile, OutputStream> open = new EnumMap<>(OutputFile.class);

    StagedFiles(RunOrder order, ControlSums sums) {
        this.order = order;
        this.sums = sums;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        try {
            FilePermissions.createFolders(order.stagedRun());
            for (OutputFile file : OutputFile.values()) {
                String name = file.fileName();
                OutputStream out = sums.begin(
                        name, FilePermissions.create(order.stagedRun().resolve(name)));
                open.put(file, out);
                file.writeHeader(out);
                if (file == OutputFile.EXCEPTIONS) {
                    // rows that belong to no agreement come first
                    sums.copy(order.exceptionsOfFiles(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Chunk<? extends SettledEscrows> blocks) throws IOException {
        for (SettledEscrows block : blocks) {
            for (Map.Entry<OutputFile, OutputStream> file : open.entrySet()) {
                block.rows().of(file.getKey()).writeTo(file.getValue());
            }
        }
    }

    @Override
    public void close() {
        try {
            for (OutputStream out : open.values()) {
                out.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
