package io.earnout.publish;

import io.earnout.output.OutputFile;
import io.earnout.output.SettledBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes the files of a run into the staging folder, block by block in the order in which the blocks were read. */
public final class StagedRun implements ItemStreamWriter<SettledBlock> {

    private final Path folder;
    private final Path exceptionsOfFiles;
    private final Supplier<ControlSums> sums;
    private final Consumer<SettledBlock> settled;
    private final Map<OutputFile, OutputStream> open = new EnumMap<>(OutputFile.class);

    /**
     * A run to be written.
     *
     * @param exceptionsOfFiles rows of {@code exceptions.csv} that belong to no agreement and come first
     * @param sums over what is written; asked for when the files are opened
     * @param settled is told of each block that was written
     */
    public StagedRun(Path folder, Path exceptionsOfFiles, Supplier<ControlSums> sums, Consumer<SettledBlock> settled) {
        this.folder = folder;
        this.sums = sums;
        this.exceptionsOfFiles = exceptionsOfFiles;
        this.settled = settled;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        try {
            FilePermissions.createFolders(folder);
            for (OutputFile file : OutputFile.values()) {
                OutputStream out =
                        sums.get().begin(file.fileName(), FilePermissions.create(folder.resolve(file.fileName())));
                open.put(file, out);
                file.writeHeader(out);
                if (file == OutputFile.EXCEPTIONS) {
                    sums.get().copy(exceptionsOfFiles, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Chunk<? extends SettledBlock> blocks) throws IOException {
        for (SettledBlock block : blocks) {
            for (Map.Entry<OutputFile, OutputStream> file : open.entrySet()) {
                block.of(file.getKey()).writeTo(file.getValue());
            }
            settled.accept(block);
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
