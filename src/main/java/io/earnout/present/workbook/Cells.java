package io.earnout.present.workbook;

import io.earnout.terms.ExactShares;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a spreadsheet keeps them. */
final class Cells {

    private Cells() {}

    /** Signed shares: exact if they are whole, to fifteen digits where a share change left a part of a share. */
    static Number of(ExactShares shares) {
        if (shares.isWhole()) {
            return shares.wholeCount();
        }
        String[] quotient = shares.exact().toString().split("/", 2);
        return new BigDecimal(quotient[0])
                .divide(new BigDecimal(quotient[1]), MathContext.DECIMAL64)
                .doubleValue();
    }
}
