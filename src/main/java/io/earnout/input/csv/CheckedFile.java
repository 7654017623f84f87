package io.earnout.input.csv;

import java.nio.file.Path;
import java.util.List;

/**
 * A file whose structure can be trusted.
 *
 * @param rows how many rows it has
 * @param inOrder whether its agreement ids ascend
 * @param sample some of its agreement ids, evenly spread over the file
 */
public record CheckedFile(InputFile file, Layout layout, long rows, boolean inOrder, List<byte[]> sample) {

    /** The file unchanged. */
    public OrderedFile asItStands() {
        return new OrderedFile(file.path(), file, layout, OrderedFile.AS_IT_STANDS);
    }

    /**
     * The file after its records were brought into order at another place, each with its line number in front.
     *
     * @param controlSum over its bytes
     */
    OrderedFile broughtIntoOrder(Path at, long controlSum) {
        return new OrderedFile(at, file, layout, controlSum);
    }
}
