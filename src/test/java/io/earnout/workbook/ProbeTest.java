package io.earnout.workbook;

import io.earnout.escrow.Dossier;
import io.earnout.output.RunIdentity;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;

final class ProbeTest {
    @Test
    void probe() throws Exception {
        Path folder = Path.of("/tmp/h3x/probe");
        if (Files.exists(folder)) { try (var s = Files.walk(folder)) { s.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete()); } }
        Files.createDirectories(folder);
        int n = Integer.getInteger("n", 20);
        int years = Integer.getInteger("years", 6);
        int from = Integer.getInteger("from", 0);
        RunIdentity id = new RunIdentity(RandomAgreement.AS_OF, true, "test", Map.of(), "0123456789abcdef");
        long t = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(folder.resolve("w.xlsx"))) {
            org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "x", "1.0");
            for (int i = 0; i < n; i++) {
                var ws = book.newWorksheet("S" + i);
                new AgreementSheet(new Sheet(ws), RandomAgreement.dossier(from + i, years)).write(id);
                ws.finish();
            }
            book.finish();
        }
        System.out.println("written in " + (System.nanoTime() - t) / 1000000 + " ms, " + Files.size(folder.resolve("w.xlsx")));
        t = System.nanoTime();
        var all = Recalculation.of(List.of(folder.resolve("w.xlsx")), folder).get("w");
        System.out.println("calc in " + (System.nanoTime() - t) / 1000000 + " ms, sheets " + all.size());
        Map<String, Integer> count = new TreeMap<>();
        for (var e : all.entrySet()) {
            String s = e.getValue().get(2)[1];
            count.merge(s, 1, Integer::sum);
            if (!s.equals("agrees")) System.out.println(e.getKey() + " " + s + " " + e.getValue().get(2)[4] + " " + e.getValue().get(2)[6] + " " + e.getValue().get(11)[3] + " " + e.getValue().get(0)[0]);
        }
        System.out.println(count);
    }
}
