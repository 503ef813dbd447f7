package org.ownpath.portal.teacher;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;

/** The forms and places that a record form offers: those accepted in every subject that is rated. */
public record Offered(Set<Form> forms, Set<Context> contexts) {

    static Offered in(List<RecordForm.Part> parts, ChoiceBook choices, java.time.Instant now) {
        Set<Form> forms = EnumSet.allOf(Form.class);
        Set<Context> contexts = EnumSet.allOf(Context.class);
        for (RecordForm.Part part : parts) {
            Place place = Place.DISTRICT.subject(part.competency().subject());
            forms.retainAll(choices.inForce(Settings.FORMS, place, now));
            contexts.retainAll(choices.inForce(Settings.CONTEXTS, place, now));
        }
        return new Offered(forms, contexts);
    }
}
