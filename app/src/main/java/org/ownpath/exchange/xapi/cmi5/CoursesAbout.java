package org.ownpath.exchange.xapi.cmi5;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of people and courses. */
@Component
class CoursesAbout implements KeepsAbout {

    private static final String OF_PERSON =
            "registration_id in (select r.id from exchange.course_registration r where r.person_id = :person)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("exchange.course_registration", "Courses that the person is on", "person_id = :person"),
                KeptTable.of("exchange.course_progress", "How far the person is on courses", OF_PERSON),
                KeptTable.of("exchange.course_visit", "When the person opened which part of a course", OF_PERSON)
                        .without("files_hash", "fetch_hash", "token_hash"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_courses(:person) where cast(:account as uuid) is not null";
    }
}
