package org.ownpath.messages;

import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of messages for asking a student to show something that they are ready for. */
@Component
public class Invitations {

    private final Hearing hearing;
    private final Access access;

    Invitations(Hearing hearing, Access access) {
        this.hearing = hearing;
        this.access = access;
    }

    /**
     * Asks a student of the viewer's, and tells the family; asked again on the same day, it is told once.
     *
     * @return why nobody was told, with the remedy; empty when somebody was
     */
    @Transactional
    public Optional<String> invite(Viewer viewer, StudentId student, Competency competency) {
        access.requireRecord(viewer, Set.of(student));
        Hearing.Matter matter = new Hearing.Matter(
                NoticeKind.INVITED,
                student,
                competency.subject(),
                competency.id().toString());
        if (hearing.tell(hearing.household(student), matter) == 0) {
            return Optional.of("Nobody could be told: neither the student nor the family has an account and wants to be"
                    + " told of this. Ask in person.");
        }
        access.audit(viewer, "student.invited", student.toString(), "to show " + competency.title());
        return Optional.empty();
    }
}
