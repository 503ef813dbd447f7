package org.ownpath.credential;

import org.ownpath.shared.Counted;

/**
 * One thing that graduating takes: so many of a set of competencies, mastered and shown as demanded.
 *
 * @param needed how many of the set; at least 1
 */
public record Requirement(String title, CompetencySet among, int needed, Demand demand) {

    /** "6 competencies of any academic subject, grades 11 to 12, mastered and shown at the depth of creating". */
    public String sentence() {
        return Counted.of(needed, "competency", "competencies") + " of " + among.words() + ", mastered"
                + (demand.isNone() ? "" : " and " + demand.words());
    }
}
