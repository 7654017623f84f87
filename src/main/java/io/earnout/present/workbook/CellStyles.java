package io.earnout.present.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How a cell looks, so that one sees what can be changed, what is calculated and what the program says. */
enum CellStyles {
    PLAIN(Format.GENERAL, Fill.NONE),
    TITLE(Format.GENERAL, Fill.NONE),
    MARK(Format.GENERAL, Fill.NONE),
    SECTION(Format.GENERAL, Fill.NONE),
    HEADER(Format.GENERAL, Fill.HEADER),
    CLAUSE(Format.GENERAL, Fill.NONE),
    NOTE(Format.GENERAL, Fill.NONE),
    TEXT(Format.TEXT, Fill.NONE),
    DAY(Format.DAY, Fill.NONE),
    YEAR(Format.NUMBER, Fill.NONE),
    /** Read from a file, or a reading: a user can change it to see what follows. */
    INPUT_MONEY(Format.MONEY, Fill.INPUT),
    INPUT_SHARES(Format.SHARES, Fill.INPUT),
    INPUT_TEXT(Format.TEXT, Fill.INPUT),
    /** Calculated by a formula of the sheet. */
    MONEY(Format.MONEY, Fill.NONE),
    SHARES(Format.SHARES, Fill.NONE),
    EXACT(Format.EXACT, Fill.NONE),
    /** The program's figure, no formula. */
    PROGRAM_SHARES(Format.SHARES, Fill.PROGRAM),
    PROGRAM_TEXT(Format.TEXT, Fill.PROGRAM),
    /** A formula that takes the program's figure, because the doubles of a spreadsheet can't decide its rounding. */
    DECIDED(Format.SHARES, Fill.DECIDED),
    DECIDED_MONEY(Format.MONEY, Fill.DECIDED),
    TOTAL(Format.SHARES, Fill.NONE),
    STATUS(Format.TEXT, Fill.NONE);

    private static final String FONT = "Arial";
    private static final short SIZE = 10;
    private static final int INK = 0x000000;
    private static final int DARK_BLUE = 0x1F3A5F;
    private static final int GREY = 0x5A6675;
    private static final int LINE = 0xBFC7D1;

    private final Format format;
    private final Fill fill;

    CellStyles(Format format, Fill fill) {
        this.format = format;
        this.fill = fill;
    }

    /** The number format; all but the first have a border. */
    private enum Format {
        GENERAL("General"),
        TEXT("@"),
        DAY("yyyy-mm-dd"),
        NUMBER("0"),
        MONEY("#,##0.00"),
        SHARES("#,##0"),
        EXACT("#,##0.0000");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }
    }

    private enum Fill {
        NONE(0xFFFFFF),
        HEADER(DARK_BLUE),
        INPUT(0xFFF4CC),
        PROGRAM(0xE9EFF7),
        DECIDED(0xF7D9B0);

        private final int colour;

        Fill(int colour) {
            this.colour = colour;
        }
    }

    /** The style in a workbook. */
    XSSFCellStyle create(XSSFWorkbook book) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font(book));
        style.setDataFormat(book.createDataFormat().getFormat(format.pattern));
        if (fill != Fill.NONE) {
            style.setFillForegroundColor(colour(fill.colour));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (format != Format.GENERAL) {
            rule(style);
        }
        switch (this) {
            case HEADER -> {
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setAlignment(HorizontalAlignment.CENTER);
            }
            case CLAUSE, YEAR, STATUS -> style.setAlignment(HorizontalAlignment.CENTER);
            case TEXT, INPUT_TEXT, PROGRAM_TEXT, NOTE -> style.setAlignment(HorizontalAlignment.LEFT);
            default -> style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        }
        return style;
    }

    private static void rule(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(colour(LINE));
        style.setBottomBorderColor(colour(LINE));
        style.setLeftBorderColor(colour(LINE));
        style.setRightBorderColor(colour(LINE));
    }

    private XSSFFont font(XSSFWorkbook book) {
        boolean bold = switch (this) {
            case TITLE, MARK, SECTION, HEADER, INPUT_TEXT, TOTAL, STATUS -> true;
            default -> false;
        };
        int colour = switch (this) {
            case MARK -> 0xB00020;
            case SECTION -> DARK_BLUE;
            case HEADER -> 0xFFFFFF;
            case CLAUSE, NOTE -> GREY;
            default -> INK;
        };
        int size = switch (this) {
            case TITLE -> SIZE + 6;
            case SECTION -> SIZE + 2;
            case CLAUSE -> SIZE - 1;
            default -> SIZE;
        };
        XSSFFont font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setItalic(this == CLAUSE);
        font.setColor(colour(colour));
        return font;
    }

    static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
