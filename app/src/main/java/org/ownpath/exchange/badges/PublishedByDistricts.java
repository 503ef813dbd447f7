package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.access.DistrictScope;
import org.ownpath.exchange.Read;
import org.ownpath.shared.Problem;
import org.springframework.stereotype.Component;

/** What the districts of this installation publish, by its address, so that it need not be asked for over the network. */
@Component
class PublishedByDistricts {

    private static final Pattern STATUS_LIST = Pattern.compile("status/(\\d{1,6})");

    private final DistrictIssuer issuer;
    private final Issuing issuing;

    PublishedByDistricts(DistrictIssuer issuer, Issuing issuing) {
        this.issuer = issuer;
        this.issuing = issuing;
    }

    /** What lies at an address; empty when the address is none of this installation's. */
    Optional<Read<byte[]>> at(String address) {
        return issuer.own(address)
                .map(own -> DistrictScope.within(own.district(), () -> document(own.path()))
                        .<Read<byte[]>>map(text -> new Read.Parsed<>(text.getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> new Read.Unreadable<>(
                                List.of(Problem.ofFile(address, "There is nothing at this address.")))));
    }

    private Optional<String> document(String path) {
        if (path.equals("did.json")) {
            return issuer.document();
        }
        Matcher list = STATUS_LIST.matcher(path);
        return list.matches() ? issuing.statusList(Integer.parseInt(list.group(1))) : Optional.empty();
    }
}
