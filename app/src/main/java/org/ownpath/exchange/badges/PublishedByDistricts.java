package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.access.DistrictScope;
import org.ownpath.exchange.Read;
import org.ownpath.shared.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the districts of this installation publish, by its address, so that it need not be asked for over the network. */
@Component
class PublishedByDistricts {

    private static final Pattern STATUS_LIST = Pattern.compile("status/(\\d{1,6})");

    private final DistrictIssuer issuer;
    private final Issuing issuing;

    private final TransactionTemplate transaction;

    PublishedByDistricts(DistrictIssuer issuer, Issuing issuing, PlatformTransactionManager transactions) {
        this.issuer = issuer;
        this.issuing = issuing;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What lies at an address; empty when the address is none of this installation's. */
    Optional<Read<byte[]>> at(String address) {
        return issuer.own(address)
                .map(own -> DistrictScope.within(own.district(), () -> apart(own.path()))
                        .<Read<byte[]>>map(text -> new Read.Parsed<>(text.getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> new Read.Unreadable<>(
                                List.of(Problem.ofFile(address, "There is nothing at this address.")))));
    }

    /** In a transaction of its own: that of whoever asks may be bound to another district. */
    private Optional<String> apart(String path) {
        return Objects.requireNonNull(transaction.execute(status -> document(path)));
    }

    private Optional<String> document(String path) {
        if (path.equals("did.json")) {
            return issuer.document();
        }
        Matcher list = STATUS_LIST.matcher(path);
        return list.matches() ? issuing.statusList(Integer.parseInt(list.group(1))) : Optional.empty();
    }
}
