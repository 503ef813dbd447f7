package org.ownpath.portal.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Preset;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** One change as a form sent it: for whom, what, and whether it is locked or taken away. */
record ChangeForm(Parts parts, MultiValueMap<String, String> fields) {

    /** A change, or what to write instead. */
    sealed interface Change {}

    record Clear(ChoiceDraft change) implements Change {}

    record Unclear(String why) implements Change {}

    <V> Change change(Setting<V> setting, List<String> values) {
        if (!(scope() instanceof Parts.Chosen.Part part)) {
            return new Unclear(((Parts.Chosen.Unknown) scope()).why());
        }
        if (isEnding()) {
            return setting(setting, part.scope(), Optional.empty());
        }
        JsonNode value = setting.values().typed(values);
        Optional<String> refusal = setting.values().refusal(value);
        return refusal.<Change>map(Unclear::new)
                .orElseGet(() -> setting(
                        setting, part.scope(), Optional.of(setting.values().read(value))));
    }

    Change rule(Optional<Preset> preset, RuleBook book, Instant now) {
        if (!(scope() instanceof Parts.Chosen.Part part)) {
            return new Unclear(((Parts.Chosen.Unknown) scope()).why());
        }
        if (isEnding()) {
            ChoiceDraft.RuleChange own =
                    book.inForce(Place.of(part.scope()), now).change();
            return rule(new ChoiceDraft.RuleChange(part.scope(), own.title(), own.rule(), false, true));
        }
        return preset.map(p -> rule(new ChoiceDraft.RuleChange(part.scope(), p.title(), p.rule(), isLocked(), false)))
                .orElseGet(() -> new Unclear("Choose a rule."));
    }

    ChoicesPage.Typed typed(String setting, String error) {
        return new ChoicesPage.Typed(setting, field("scope"), field("named"), isLocked(), error);
    }

    private <V> Change setting(Setting<V> setting, Scope scope, Optional<V> value) {
        boolean locked = value.isPresent() && isLocked();
        return new Clear(ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(setting, scope, value, locked)));
    }

    private static Change rule(ChoiceDraft.RuleChange change) {
        return new Clear(ChoiceDraft.EMPTY.with(change));
    }

    private Parts.Chosen scope() {
        return parts.chosen(field("scope"), field("named"));
    }

    private boolean isLocked() {
        return fields.containsKey("locked");
    }

    private boolean isEnding() {
        return fields.containsKey("end");
    }

    private String field(String name) {
        return Fields.text(fields, name);
    }
}
