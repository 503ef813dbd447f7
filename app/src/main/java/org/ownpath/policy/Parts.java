package org.ownpath.policy;

import java.util.Set;

/** For which parts of a district the settings of the catalogue may be set. */
interface Parts {

    Set<Scope.Kind> DISTRICT = Set.of(Scope.Kind.DISTRICT);

    Set<Scope.Kind> SCHOOLS = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL);

    Set<Scope.Kind> SUBJECTS = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SUBJECT);

    Set<Scope.Kind> ANY_PART = Set.of(Scope.Kind.DISTRICT, Scope.Kind.SCHOOL, Scope.Kind.SUBJECT, Scope.Kind.STUDENT);
}
