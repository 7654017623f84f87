package io.earnout.escrow;

import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The number of a joint written instruction, made of what it determines: the same quantities, report and reading always
 * get the same number, others another one. No counter and no clock is in it, so that a rerun drafts the same paper.
 */
final class InstructionId {

    private static final HexFormat HEX = HexFormat.of();

    private InstructionId() {}

    static String of(Settlement settlement, int assessmentYear, String reportId, List<Movement> released) {
        StringBuilder content = new StringBuilder(160);
        content.append(settlement.agreement().id()).append('\n');
        content.append(assessmentYear).append('\n');
        content.append(reportId).append('\n');
        content.append(settlement.readings()).append('\n');
        for (Movement movement : released) {
            content.append(movement.trancheYear())
                    .append(':')
                    .append(movement.shares().count())
                    .append('\n');
        }
        byte[] digest = sha256().digest(content.toString().getBytes(StandardCharsets.UTF_8));
        return settlement.agreement().id() + "-AY" + assessmentYear + "-" + HEX.formatHex(digest, 0, 4);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
