package org.ownpath.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Puts notices into words for one reader: only those about students whom the reader may see at this moment. */
@Component
class Telling {

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;

    Telling(Access access, Roster roster, Frameworks frameworks) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
    }

    List<Told> inWords(Viewer reader, List<Notice> notices, Wordbook words) {
        Set<StudentId> visible =
                access.visible(reader, notices.stream().map(Notice::student).collect(Collectors.toSet()));
        Map<PersonId, Person> people =
                roster.people(visible.stream().map(StudentId::person).toList());
        return notices.stream()
                .flatMap(notice ->
                        sentence(reader, notice, people, words).stream().map(sentence -> new Told(notice, sentence)))
                .toList();
    }

    private Optional<String> sentence(Viewer reader, Notice notice, Map<PersonId, Person> people, Wordbook words) {
        return notice.kind().namesNobody()
                ? Optional.of(words.say(
                        key(notice) + "." + Showing.read(notice.matter()).move(), notice.subject()))
                : Optional.ofNullable(people.get(notice.student().person()))
                        .map(person -> sentence(reader, notice, person, words));
    }

    private static String key(Notice notice) {
        return "notice." + notice.kind().code();
    }

    private String sentence(Viewer reader, Notice notice, Person about, Wordbook words) {
        boolean own = reader.person().equals(about.id());
        String key = key(notice);
        return switch (notice.kind()) {
            case NEEDS_YOU -> words.say(key + "." + notice.matter(), about.fullName(), notice.subject());
            case PLAN_OPENED, PLAN_CLOSED, BADGE_GIVEN, CORRECTION_ANSWERED ->
                words.say(own ? key + ".own" : key, about.fullName(), notice.subject());
            case SHOWING_ASKED, SHOWING_ANSWERED, SHOWING_TIME, GIVEN_TO_SCORE -> {
                Showing showing = Showing.read(notice.matter());
                String time = showing.meetsAt().map(words::time).orElse("");
                yield words.say(
                        key + "." + showing.move() + (own ? ".own" : ""), about.fullName(), notice.subject(), time);
            }
            case INVITED, MASTERED ->
                words.say(own ? key + ".own" : key, about.givenName(), notice.subject(), title(notice.matter()));
        };
    }

    private String title(String competency) {
        return frameworks
                .curriculum()
                .competency(CompetencyId.of(competency))
                .map(Competency::title)
                .orElse("");
    }
}
