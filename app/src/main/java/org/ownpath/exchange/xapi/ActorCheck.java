package org.ownpath.exchange.xapi;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the standard demands of agents and groups. */
final class ActorCheck {

    private static final Pattern MAILTO = Pattern.compile("mailto:[^\\s@:]+@[^\\s@]+");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Set<String> AGENT = Set.of("objectType", "name", "mbox", "mbox_sha1sum", "openid", "account");
    private static final Set<String> GROUP =
            Set.of("objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account");

    private ActorCheck() {}

    /** An agent or a group. */
    static void actor(Part part) {
        if (isGroup(part)) {
            group(part);
        } else {
            agent(part);
        }
    }

    static void agent(Part part) {
        part.only(AGENT).with("objectType", type -> type.oneOf(Set.of("Agent")));
        if (identifiers(part) != 1) {
            throw part.wrong("an agent has exactly one of " + String.join(", ", Identifier.KINDS) + ".");
        }
    }

    static void group(Part part) {
        part.only(GROUP).child("objectType").oneOf(Set.of("Group"));
        int identifiers = identifiers(part);
        if (identifiers > 1) {
            throw part.wrong("a group has at most one of " + String.join(", ", Identifier.KINDS) + ".");
        }
        part.with("member", member -> member.items().forEach(ActorCheck::agent));
        if (identifiers == 0 && part.child("member").items().isEmpty()) {
            throw part.wrong("a group that nothing identifies has members.");
        }
    }

    /** Who vouches for a statement: an agent, or an agent and the program it works through. */
    static void authority(Part part) {
        actor(part);
        if (isGroup(part)) {
            List<Part> members = part.child("member").items();
            if (members.size() != 2 || !Identifier.of(part.node()).isEmpty()) {
                throw part.wrong("an authority that is a group has two members and no identifier of its own.");
            }
        }
    }

    static boolean isGroup(Part part) {
        return part.object().maybe("objectType").map(Part::text).orElse("Agent").equals("Group");
    }

    private static int identifiers(Part part) {
        part.with("name", Part::text)
                .with("mbox", mbox -> mbox.matching(MAILTO, "an address such as mailto:maya@example.org"))
                .with("mbox_sha1sum", sum -> sum.matching(SHA1, "a SHA-1 sum of 40 hexadecimal digits"))
                .with("openid", Part::iri)
                .with("account", ActorCheck::account);
        return (int) Identifier.KINDS.stream().filter(part::has).count();
    }

    private static void account(Part account) {
        account.only(Set.of("homePage", "name"));
        account.child("homePage").iri();
        account.child("name").text();
    }
}
