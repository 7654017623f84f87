package io.earnout.present.workbook;

import org.dhatim.fastexcel.StyleSetter;

/** How a cell looks, so that one sees what may be changed, what is worked out and what the program says. */
enum CellStyles {
    PLAIN,
    TITLE,
    MARK,
    SECTION,
    HEADER,
    CLAUSE,
    NOTE,
    TEXT,
    DAY,
    /** What was read from a file, or is chosen: to be changed by whoever wants to see what follows. */
    INPUT_MONEY,
    INPUT_SHARES,
    INPUT_TEXT,
    /** What a formula of the sheet gives. */
    MONEY,
    SHARES,
    EXACT,
    YEAR,
    /** What the program found: no formula. */
    FOUND_MONEY,
    FOUND_SHARES,
    FOUND_TEXT,
    CHECK,
    STATUS,
    /** One of the digits of an exact number has no look of its own: there are many. */
    DIGIT_NAME;

    static final String FONT = "Arial";
    static final int SIZE = 10;

    private static final String WHOLE = "#,##0";
    private static final String HUNDREDTHS = "#,##0.00";
    private static final String MILLIONTHS = "#,##0.000000";
    private static final String INPUT_FILL = "FFFFF4CC";
    private static final String FOUND_FILL = "FFE9EFF7";
    private static final String HEADER_FILL = "FF1F3A5F";
    private static final String LINE = "FFBFC7D1";

    void set(StyleSetter style) {
        style.fontName(FONT).fontSize(SIZE);
        switch (this) {
            case PLAIN -> style.set();
            case TITLE -> style.bold().fontSize(16).set();
            case MARK -> style.bold().fontColor("FFB00020").set();
            case SECTION -> style.bold().fontSize(12).fontColor(HEADER_FILL).set();
            case HEADER ->
                style.bold()
                        .fontColor("FFFFFFFF")
                        .fillColor(HEADER_FILL)
                        .wrapText(true)
                        .verticalAlignment("center")
                        .horizontalAlignment("center")
                        .set();
            case CLAUSE ->
                style.italic()
                        .fontSize(9)
                        .fontColor("FF5A6675")
                        .horizontalAlignment("center")
                        .set();
            case NOTE ->
                style.fontColor("FF5A6675")
                        .horizontalAlignment("left")
                        .indent(1)
                        .set();
            case TEXT -> ruled(style, "@").horizontalAlignment("left").indent(1).set();
            case DAY -> ruled(style, "yyyy-mm-dd").set();
            case INPUT_MONEY -> ruled(style, HUNDREDTHS).fillColor(INPUT_FILL).set();
            case INPUT_SHARES -> ruled(style, WHOLE).fillColor(INPUT_FILL).set();
            case INPUT_TEXT ->
                ruled(style, "@")
                        .fillColor(INPUT_FILL)
                        .bold()
                        .horizontalAlignment("left")
                        .indent(1)
                        .set();
            case MONEY -> ruled(style, HUNDREDTHS).set();
            case SHARES -> ruled(style, WHOLE).set();
            case EXACT -> ruled(style, MILLIONTHS).set();
            case YEAR -> ruled(style, "0").horizontalAlignment("center").set();
            case FOUND_MONEY -> ruled(style, HUNDREDTHS).fillColor(FOUND_FILL).set();
            case FOUND_SHARES -> ruled(style, WHOLE).fillColor(FOUND_FILL).set();
            case FOUND_TEXT ->
                ruled(style, "@")
                        .fillColor(FOUND_FILL)
                        .horizontalAlignment("left")
                        .indent(1)
                        .set();
            case CHECK -> ruled(style, WHOLE).bold().set();
            case STATUS ->
                ruled(style, "@").bold().horizontalAlignment("center").set();
            case DIGIT_NAME -> style.italic().fontSize(8).fontColor("FF5A6675").set();
        }
    }

    private static StyleSetter ruled(StyleSetter style, String format) {
        style.borderStyle("thin").borderColor(LINE).format(format);
        return style;
    }
}
