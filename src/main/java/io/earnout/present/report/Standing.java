package io.earnout.present.report;

import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the consideration shares stand after the results of some years: the movements of Article 5 so far, added up.
 *
 * @param year the last of the years; 0 before any
 */
public record Standing(int year, Shares entitled, Shares withheld, Shares deducted, Shares unassessed) {

    /** Before any result, and after each year's. The last is where the settlement leaves the shares. */
    public static List<Standing> yearByYear(Settlement settlement) {
        Map<Account, Long> balance = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balance.put(account, 0L);
        }
        balance.put(
                Account.UNASSESSED, settlement.agreement().considerationShares().count());
        List<Movement> movements = settlement.movements();
        List<Standing> standings = new ArrayList<>();
        standings.add(at(0, balance));
        int next = 0;
        for (int year = 1; year <= settlement.agreement().years().size(); year++) {
            while (next < movements.size() && movements.get(next).assessmentYear() == year) {
                Movement movement = movements.get(next);
                balance.merge(movement.from(), -movement.shares().count(), Long::sum);
                balance.merge(movement.to(), movement.shares().count(), Long::sum);
                next++;
            }
            standings.add(at(year, balance));
        }
        return standings;
    }

    private static Standing at(int year, Map<Account, Long> balance) {
        return new Standing(
                year,
                in(balance, Account.RELEASABLE),
                in(balance, Account.WITHHELD),
                in(balance, Account.DEDUCTED),
                in(balance, Account.UNASSESSED));
    }

    private static Shares in(Map<Account, Long> balance, Account account) {
        return Shares.of(balance.getOrDefault(account, 0L));
    }
}
