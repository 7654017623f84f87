package io.earnout.present.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The name of a sheet")
class SheetNamesTest {

    @ParameterizedTest(name = "{0} is {1}, because {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "KAIXIN-2025, KAIXIN-2025, an id that a spreadsheet takes stays as it is",
                "A/B:C*D?E[F]G, A_B_C_D_E_F_G, these characters are refused in names",
                "O'Neill, O_Neill, an apostrophe would end a reference",
                "a<b>&c, a_b__c, it is written into XML",
                "History, History (2), a spreadsheet keeps the name to itself",
                "cover, cover (2), the first sheet is called so already",
                "12345678901234567890123456789012, 1234567890123456789012345678901, 31 characters are the most"
            })
    void isWhatASpreadsheetTakes(String id, String name, String because) {
        SheetNames names = new SheetNames();
        names.of(CoverSheet.NAME);

        assertEquals(name, names.of(id), because);
    }

    @Test
    void isEachAgreementsOwnWhateverTheirIdsHaveInCommon() {
        SheetNames names = new SheetNames();
        String same = "A very long id that others share, ";

        assertEquals("A very long id that others shar", names.of(same + "1"));
        assertEquals("A very long id that others  (2)", names.of(same + "2"));
        assertEquals("a very long id that others  (3)", names.of(same.toLowerCase(java.util.Locale.ROOT) + "3"));
    }

    @Test
    void neverEndsInHalfACharacter() {
        String id = "x".repeat(30) + "\uD83D\uDE00";

        assertEquals("x".repeat(30), new SheetNames().of(id));
    }
}
