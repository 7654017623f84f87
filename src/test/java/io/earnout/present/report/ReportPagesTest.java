package io.earnout.present.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as its readers and its machines need it. */
final class ReportPagesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSameInputsGiveTheSameBytesWhateverTheLocale() throws IOException {
        byte[] once = Files.readAllBytes(ReportedRun.shared(Path.of("input")).report());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale.Builder()
                    .setLanguage("ar")
                    .setRegion("EG")
                    .setExtension('u', "nu-arab")
                    .build());
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            byte[] again = Files.readAllBytes(
                    ReportedRun.of(Path.of("input"), folder.resolve("b")).report());
            assertEquals(new String(once, StandardCharsets.UTF_8), new String(again, StandardCharsets.UTF_8));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void itsOwnerAloneCanReadIt() throws IOException {
        Path report = ReportedRun.shared(Path.of("input")).report();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
    }

    @Test
    void namesAreTextAndNothingElse() throws IOException {
        String html = ReportedRun.of(HostileNames.writeTo(folder.resolve("in")), folder.resolve("out"))
                .html();
        assertAll(
                () -> assertFalse(html.contains("<script"), "markup in a name stays text"),
                () -> assertTrue(html.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"), "it is shown"),
                () -> assertTrue(html.contains("Sel\u2039U+202E\u203Aler"), "what turns the text is spelt out"),
                () -> assertTrue(html.contains(HostileNames.LONG), "a long name is shown in full"),
                () -> assertTrue(html.contains("\u738B\u82B3"), "Chinese is shown"),
                () -> assertFalse(
                        ShownFigures.text(html).matches("(?s).*[\u202E\u2066\u200B].*"),
                        "nothing is left that can't be seen"));
    }

    @Test
    void whatWasFoundIsToldWithWhatOpensIt() throws IOException {
        String text = ShownFigures.text(ReportedRun.shared(Path.of("input")).html());
        assertTrue(text.contains("a settlement signed by all parties, or an effective ruling (EA 3.3)"));
    }

    @Test
    void beforeAnyReportItIsACountdown() throws IOException {
        String text = ShownFigures.text(ReportedRun.shared(CaseFolders.input("countdown-before-any-report"))
                .html());
        assertAll(
                () -> assertTrue(text.contains("this is a countdown")),
                () -> assertTrue(text.contains("in 10 days on 2027-01-14"), "the next deadline leads"),
                () -> assertFalse(text.contains("After the result of"), "nothing has moved"));
    }
}
