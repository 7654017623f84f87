package io.earnout.batch;

import io.earnout.output.OutputFile;
import io.earnout.output.SettledBlock;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.util.FileSystemUtils;

/**
 * Writes the CSV files of a run into the staging folder, block by block in the order in which the blocks were read. The rows of
 * {@code exceptions.csv} are kept apart, since rows that are known only at the end come before them.
 */
final class StagedFiles implements ItemStreamWriter<SettledEscrows> {

    private final RunOrder order;
    private final InputPasses passes;
    private final ControlSums sums;
    private final BackgroundWriting writing;
    private final Map<OutputFile, OutputStream> open = new EnumMap<>(OutputFile.class);

    StagedFiles(RunOrder order, InputPasses passes, ControlSums sums, BackgroundWriting writing) {
        this.order = order;
        this.passes = passes;
        this.sums = sums;
        this.writing = writing;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        try {
            FileSystemUtils.deleteRecursively(order.stagedRun());
            Files.deleteIfExists(order.exceptionsOfAgreements());
            FilePermissions.createFolders(order.stagedRun());
            for (OutputFile file : OutputFile.values()) {
                if (file == OutputFile.EXCEPTIONS) {
                    Path kept = order.exceptionsOfAgreements();
                    open.put(file, sums.beginTemporary(kept.getFileName().toString(), FilePermissions.create(kept)));
                } else if (passes.settles()) {
                    OutputStream out = sums.begin(
                            file.fileName(),
                            FilePermissions.create(order.stagedRun().resolve(file.fileName())));
                    open.put(file, out);
                    file.writeHeader(out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Chunk<? extends SettledEscrows> blocks) throws IOException {
        List<SettledBlock> rows = new ArrayList<>();
        blocks.forEach(block -> rows.add(block.rows()));
        writing.write(() -> {
            for (SettledBlock block : rows) {
                for (Map.Entry<OutputFile, OutputStream> file : open.entrySet()) {
                    block.of(file.getKey()).writeTo(file.getValue());
                }
                block.giveBack();
            }
            return null;
        });
    }

    @Override
    public void close() {
        try {
            writing.await();
            for (OutputStream out : open.values()) {
                out.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
