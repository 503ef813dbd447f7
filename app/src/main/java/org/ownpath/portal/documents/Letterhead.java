package org.ownpath.portal.documents;

import java.time.Instant;
import org.ownpath.credential.SchoolProfile;
import org.ownpath.roster.Person;

/** What every document says of itself: whose it is, from which school, as of when, and how to read it. */
public record Letterhead(String school, Person student, Instant asOf, SchoolProfile profile) {}
