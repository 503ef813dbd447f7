package org.ownpath.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Notes on the trail who looked at whose record, once in a while for each, so that turning pages does not flood it. */
@Component
class SightNotes {

    private static final Duration ONCE_IN = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 200_000;

    private final AuditTrail trail;
    private final Cache<Look, Boolean> lately = Caffeine.newBuilder()
            .expireAfterWrite(ONCE_IN)
            .maximumSize(MOST_REMEMBERED)
            .build();

    SightNotes(AuditTrail trail) {
        this.trail = trail;
    }

    private record Look(AccountId by, StudentId at, Permission how) {}

    /** The viewer has been shown something about these students. */
    void note(Viewer viewer, Set<StudentId> students, Permission how) {
        List<StudentId> others = students.stream()
                .filter(student -> !student.person().equals(viewer.person()))
                .filter(student -> lately.asMap().putIfAbsent(new Look(viewer.account(), student, how), true) == null)
                .toList();
        if (!others.isEmpty()) {
            trail.add(
                    viewer,
                    new AuditEntry.Deed(DeedKind.LOOKED_AT, how.name(), ""),
                    others.stream().map(StudentId::person).toList());
        }
    }
}
