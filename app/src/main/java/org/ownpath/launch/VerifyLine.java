package org.ownpath.launch;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Accounts;
import org.ownpath.access.AuditCheck;
import org.ownpath.access.AuditTrail;
import org.ownpath.access.DistrictScope;
import org.springframework.context.ApplicationContext;

/** {@code ./ownpath verify-audit [--head SEAL]}: whether every entry of the audit trail is as it was sealed. */
final class VerifyLine {

    private static final String USE = "Use: ./ownpath verify-audit [--head SEAL]";

    private final AuditTrail trail;
    private final Accounts accounts;
    private final PrintStream out;

    VerifyLine(ApplicationContext context, PrintStream out) {
        this.trail = context.getBean(AuditTrail.class);
        this.accounts = context.getBean(Accounts.class);
        this.out = out;
    }

    /** 0 when all is whole; 1 when an entry does not fit. With a seal, one district must hold it. */
    int run(List<String> words) {
        Optional<String> head = Optional.ofNullable(CommandWords.of(words, Set.of("--head"), Set.of(), USE)
                .options()
                .get("head"));
        boolean whole = true;
        boolean held = head.isEmpty();
        for (var district : accounts.districts()) {
            AuditCheck check = DistrictScope.within(district, () -> trail.verify(head));
            String name = DistrictScope.within(district, accounts::districtName);
            held |= check instanceof AuditCheck.Whole;
            if (head.isEmpty() || !(check instanceof AuditCheck.WithoutHead)) {
                out.println(name + ": " + check.words());
            }
            whole &= !(check instanceof AuditCheck.Broken);
        }
        if (!held) {
            out.println("No district's chain holds the seal " + head.orElse("")
                    + ": its end has been taken off, or it has been written anew.");
        }
        return whole && held ? 0 : 1;
    }
}
