package io.earnout.input.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Brings a file into the order of its agreement ids, on disk: its records are dealt into buckets of neighbouring ids, and
 * each bucket is sorted in memory. Each record gets its line number in front, so that faults are still found where the
 * user sees them. Rows of one agreement stay in the order of their lines.
 */
public final class DiskSort {

    private static final long BUCKET_BYTES = 6L * 1024 * 1024;
    private static final int MOST_BUCKETS = 512;

    /** What is sorted in memory at once; more is in a bucket only if single agreements have too many rows. */
    private static final long LARGEST_BUCKET = 4 * BUCKET_BYTES;

    private static final int BUCKET_BUFFER = 32 * 1024;

    private final CheckedFile checked;
    private final Path workFolder;
    private final Separator separator;
    private final AgreementKey key = new AgreementKey();
    private long dealt;
    private long sorted;

    private DiskSort(CheckedFile checked, Path workFolder) {
        this.checked = checked;
        this.workFolder = workFolder;
        this.separator = checked.layout().separator();
    }

    /** Writes the ordered file into the work folder. */
    public static OrderedFile sort(CheckedFile checked, Path workFolder) throws IOException {
        return new DiskSort(checked, workFolder).sort();
    }

    private OrderedFile sort() throws IOException {
        List<byte[]> bounds = bounds();
        List<Path> buckets = new ArrayList<>();
        for (int i = 0; i <= bounds.size(); i++) {
            buckets.add(workFolder.resolve(checked.file().name() + ".bucket-" + i));
        }
        deal(bounds, buckets);
        Path ordered = workFolder.resolve(checked.file().name() + ".ordered");
        CRC32C sum = new CRC32C();
        try (OutputStream out = new CheckedOutputStream(Files.newOutputStream(ordered), sum)) {
            for (Path bucket : buckets) {
                sortBucket(bucket, out);
                Files.delete(bucket);
            }
        }
        if (dealt != sorted) {
            throw OrderedFile.changed(workFolder);
        }
        return checked.broughtIntoOrder(ordered, sum.getValue());
    }

    /** The ids at which one bucket ends and the next begins. */
    private List<byte[]> bounds() throws IOException {
        List<byte[]> sample = new ArrayList<>(checked.sample());
        sample.sort(Arrays::compareUnsigned);
        long wanted = Math.min(MOST_BUCKETS, 1 + Files.size(checked.file().path()) / BUCKET_BYTES);
        List<byte[]> bounds = new ArrayList<>();
        for (int i = 1; i < wanted; i++) {
            byte[] bound = sample.get((int) ((long) i * sample.size() / wanted));
            if (bounds.isEmpty() || Arrays.compareUnsigned(bounds.get(bounds.size() - 1), bound) < 0) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    private void deal(List<byte[]> bounds, List<Path> buckets) throws IOException {
        List<OutputStream> open = new ArrayList<>();
        try (RecordScanner records = RecordScanner.open(checked.file().path())) {
            for (Path bucket : buckets) {
                open.add(new BufferedOutputStream(Files.newOutputStream(bucket), BUCKET_BUFFER));
            }
            int idCell = checked.asItStands().ownerCell();
            records.header();
            records.separatedBy(separator);
            while (records.next()) {
                if (key.read(records.bytes(), records.start(), records.end(), idCell, separator.sign())
                        && key.isSound()) {
                    dealt++;
                    OutputStream bucket = open.get(bucketOf(bounds));
                    bucket.write(Integer.toString(records.line()).getBytes(StandardCharsets.US_ASCII));
                    bucket.write(separator.sign());
                    bucket.write(records.bytes(), records.start(), records.end() - records.start());
                    bucket.write('\n');
                }
            }
        } finally {
            for (OutputStream bucket : open) {
                bucket.close();
            }
        }
    }

    private int bucketOf(List<byte[]> bounds) {
        int low = 0;
        int high = bounds.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.compareTo(bounds.get(middle)) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int numberedOwnerCell() {
        return checked.broughtIntoOrder(workFolder, 0).ownerCell();
    }

    /** Leaves out the rows of an agreement beyond those that show that it has too many, for which it is refused later. */
    private void leaveOutWhatIsTooMany(Path bucket) throws IOException {
        Path rest = bucket.resolveSibling(bucket.getFileName() + ".rest");
        int idCell = numberedOwnerCell();
        Map<String, int[]> rowsAndBytes = new HashMap<>();
        try (RecordScanner records = RecordScanner.openNumbered(bucket, 1, new CRC32C(), separator);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(rest), BUCKET_BUFFER)) {
            while (records.next()) {
                int length = records.end() - records.start();
                key.read(records.bytes(), records.start(), records.end(), idCell, separator.sign());
                int[] counted = rowsAndBytes.computeIfAbsent(key.text(), id -> new int[2]);
                if (counted[0] <= Limits.ROWS_OF_AN_AGREEMENT && counted[1] <= Limits.BYTES_OF_AN_AGREEMENT) {
                    counted[0]++;
                    counted[1] += length;
                    out.write(records.bytes(), records.start(), length);
                    out.write('\n');
                } else {
                    dealt--;
                }
            }
        }
        Files.move(rest, bucket, StandardCopyOption.REPLACE_EXISTING);
    }

    private void sortBucket(Path bucket, OutputStream out) throws IOException {
        if (Files.size(bucket) > LARGEST_BUCKET) {
            leaveOutWhatIsTooMany(bucket);
        }
        byte[] bytes = Files.readAllBytes(bucket);
        List<Entry> entries = new ArrayList<>();
        try (RecordScanner records = RecordScanner.openNumbered(bucket, 1, new CRC32C(), separator)) {
            int idCell = numberedOwnerCell();
            int at = 0;
            while (records.next()) {
                int length = records.end() - records.start();
                key.read(records.bytes(), records.start(), records.end(), idCell, separator.sign());
                entries.add(new Entry(key.copy(), at, length));
                at += length + 1;
            }
        }
        sorted += entries.size();
        // the sort is stable, so that the rows of an agreement stay as they stood
        entries.sort((a, b) -> Arrays.compareUnsigned(a.id(), b.id()));
        byte[] ordered = new byte[bytes.length];
        int at = 0;
        for (Entry entry : entries) {
            System.arraycopy(bytes, entry.start(), ordered, at, entry.length());
            at += entry.length();
            ordered[at++] = '\n';
        }
        out.write(ordered, 0, at);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Entry(byte[] id, int start, int length) {}
}
