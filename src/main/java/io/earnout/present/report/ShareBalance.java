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
 * The consideration shares in each account after the results of some years: the movements of Article 5 so far, added up.
 *
 * @param year the last of the years; 0 before any
 */
public record ShareBalance(int year, Shares entitled, Shares withheld, Shares deducted, Shares unassessed) {

    /** Before any result, and after each year's; the last is the balance of the settlement. */
    static List<ShareBalance> yearByYear(Settlement settlement) {
        Map<Account, Long> accounts = new EnumMap<>(Account.class);
        accounts.put(
                Account.UNASSESSED, settlement.agreement().considerationShares().count());
        List<ShareBalance> balances = new ArrayList<>();
        balances.add(of(0, accounts));
        for (int year = 1; year <= settlement.agreement().years().size(); year++) {
            for (Movement movement : settlement.movements()) {
                if (movement.assessmentYear() == year) {
                    accounts.merge(movement.from(), -movement.shares().count(), Long::sum);
                    accounts.merge(movement.to(), movement.shares().count(), Long::sum);
                }
            }
            balances.add(of(year, accounts));
        }
        return balances;
    }

    private static ShareBalance of(int year, Map<Account, Long> accounts) {
        return new ShareBalance(
                year,
                in(accounts, Account.RELEASABLE),
                in(accounts, Account.WITHHELD),
                in(accounts, Account.DEDUCTED),
                in(accounts, Account.UNASSESSED));
    }

    private static Shares in(Map<Account, Long> accounts, Account account) {
        return Shares.of(accounts.getOrDefault(account, 0L));
    }
}
