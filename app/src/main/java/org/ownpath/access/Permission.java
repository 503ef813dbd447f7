package org.ownpath.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one table of who may do what. Every address of the product names one of these with {@link Allows}; {@link Gate}
 * holds it to the roles, and the front doors of the rooms hold it to whom each role may do it about.
 */
public enum Permission {
    // for everybody
    COME_IN(Part.EVERYBODY, "Open the page to sign in, and read why a page cannot be shown", Allowed.toAnybody()),
    OPEN_A_SHARED_RECORD(Part.EVERYBODY, "Open a record by the link that its student shared", Allowed.toAnybody()),
    SCORE_BY_INVITATION(
            Part.EVERYBODY, "Propose marks for the one piece of work that an invitation names", Allowed.toAnybody()),
    CHECK_CREDENTIALS(
            Part.EVERYBODY,
            "Check whether a badge or a record is real, and read with which keys a district signs",
            Allowed.toAnybody()),
    CONNECT_LEARNING_TOOLS(
            Part.EVERYBODY,
            "As a learning tool or a learning management system: read the school's keys, be registered where an "
                    + "administrator has asked for it, and pass on whoever comes",
            Allowed.toAnybody()),
    OPEN_COURSE_FILES(
            Part.EVERYBODY,
            "As a unit of a course: read its files and be let in to keep its records, by the addresses of one visit",
            Allowed.toAnybody()),
    READ_OPEN_FRAMEWORKS(
            Part.EVERYBODY,
            "Read by CASE the frameworks of districts that open them; of others with a token only",
            Allowed.toAnybody()),
    STOP_E_MAILS(Part.EVERYBODY, "End one's e-mails by the link that each of them bears", Allowed.toAnybody()),
    READ_NOTICES(Part.EVERYBODY, "Read one's own notices, and choose how to be told", Allowed.toEachOwn()),
    KEEP_OWN_ACCOUNT(Part.EVERYBODY, "Find the first page and keep one's own account", Allowed.toEachOwn()),
    FIND_ACTIVITIES(Part.EVERYBODY, "Look for activities and suggest one", Allowed.toEverybody()),
    OPEN_LEARNING_TOOLS(Part.EVERYBODY, "Open the learning tools that the school has connected", Allowed.toEverybody()),
    READ_THE_FRAMEWORK(Part.EVERYBODY, "Read the competencies and what each asks for", Allowed.toEverybody()),

    // a student's own
    SEE_OWN_PATH(Part.OWN, "Open one's own path, portfolio and records", Allowed.toStudents()),
    ASK_TO_SHOW(Part.OWN, "Ask to show what one knows", Allowed.toStudents()),
    HAND_IN_WORK(Part.OWN, "Hand in work", Allowed.toStudents()),
    KEEP_A_PORTFOLIO(Part.OWN, "Keep pieces in one's portfolio and say what they show", Allowed.toStudents()),
    TAKE_TESTS(Part.OWN, "Take tests", Allowed.toStudents()),
    DECIDE_WHAT_FAMILY_SEES(Part.OWN, "When of age, let the family see or not", Allowed.toStudents()),

    // about a student
    SEE_A_STUDENT(
            Part.STUDENT,
            "See how a student stands and why: path, evidence, portfolio, tests, support, records",
            Allowed.toTheStudentsPeople()),
    SPEAK_ABOUT_SUPPORT(Part.STUDENT, "Add words to a plan of support", Allowed.toTheStudentsPeople()),
    SET_GOALS(
            Part.STUDENT,
            "Propose goals for a student, adjust the path to each, review them and give them up, as far as the school lets "
                    + "students decide",
            Allowed.toTheStudentAndStaff()),
    SPEAK_ABOUT_GOALS(Part.STUDENT, "Agree to a goal, and add words to it", Allowed.toTheStudentsPeople()),
    CHOOSE_ACTIVITIES(
            Part.STUDENT,
            "Put activities on a student's plan, and say that one is done or set aside",
            Allowed.toTheStudentsPeople()),
    SEE_OWN_CHILDREN(Part.STUDENT, "Open the page of one's children", Allowed.toFamilies()),
    ANSWER_A_REQUEST(
            Part.STUDENT,
            "Move a student's request to show something on: agree to a time, accept, decline",
            Allowed.toTheStudentAndStaff()),
    SHARE_A_RECORD(
            Part.STUDENT,
            "Share a student's record by a link, and take the link back",
            Allowed.toTheStudentAndOffice()),
    LET_STUDENTS_IN(
            Part.STUDENT,
            "Give a student a link to choose a password, or a card to sign in with",
            Allowed.toTeachersOfTheStudent()),
    WAIVE_UNITS(
            Part.STUDENT,
            "See how far a student is on a course, and say that a unit of it need not be done",
            Allowed.toTeachersOfTheStudent()),
    BRING_CREDENTIALS(
            Part.STUDENT,
            "Bring a badge or a record that a student earned elsewhere, for a teacher to look at",
            Allowed.toTheStudentsPeople()),
    GIVE_BADGES(
            Part.STUDENT,
            "Give a student a badge for what one has seen, in words that stand on it",
            Allowed.toTeachersOfTheStudent()),
    SEE_WHO_LOOKED(
            Part.STUDENT,
            "See who has looked at a student's record or changed something in it",
            Allowed.toTheStudentFamilyAndOffice()),
    ASK_FOR_CORRECTIONS(
            Part.STUDENT, "Ask that a student's record be corrected", Allowed.toTheStudentFamilyAndOffice()),
    SAY_WHAT_IS_USED(
            Part.STUDENT,
            "Say what a student's name and work may be used for; students when they are of age",
            Allowed.toTheStudentFamilyAndOffice()),
    TAKE_RECORDS_ALONG(
            Part.STUDENT,
            "Take along all that is kept about a person; everybody may about themselves",
            Allowed.toFamiliesAndAdministrators()),

    // teaching
    WORK_WITH_STUDENTS(
            Part.TEACHING,
            "See one's groups, students and the grid, and who needs help today",
            Allowed.toTeachersOfTheStudent()),
    SET_SIGNALS_ASIDE(Part.TEACHING, "Set aside why a student is noticed", Allowed.toTeachersOfTheStudent()),
    RECORD_EVIDENCE(Part.TEACHING, "Record evidence", Allowed.toTeachersOfTheStudent()),
    CORRECT_EVIDENCE(
            Part.TEACHING, "Read a piece of evidence, correct it or take it back", Allowed.toTeachersOfTheStudent()),
    SCORE_WORK(
            Part.TEACHING,
            "Score what a student hands in, and ask others to score it; a colleague who is asked may score it too",
            Allowed.toTeachersOfTheStudent()),
    OFFER_TIMES(
            Part.TEACHING,
            "Offer times at which students can show what they know, and take them back",
            Allowed.toStaffEachOwn()),
    KEEP_COMMENTS(Part.TEACHING, "Keep comments to use again", Allowed.toStaffEachOwn()),
    MAKE_TASKS(Part.TEACHING, "Find tasks with rubrics, make them and copy them", Allowed.toStaff()),
    CHANGE_TASKS(Part.TEACHING, "Change a task, share it or retire it", Allowed.toItsMakerAndOffice()),
    PICK_FOR_OTHER_SYSTEMS(
            Part.TEACHING,
            "Pick what links of a learning management system open, when it asks for that",
            Allowed.toStaffEachOwn()),
    MAKE_TESTS(Part.TEACHING, "Keep banks of questions", Allowed.toStaff()),
    OFFER_TESTS(
            Part.TEACHING, "Offer tests to a group and score what no machine can", Allowed.toTeachersOfTheStudent()),
    GIVE_ACCOMMODATIONS(
            Part.TEACHING, "Give a student more time or larger text in tests", Allowed.toTeachersOfTheStudent()),
    PLAN_SUPPORT(
            Part.TEACHING, "Agree on plans of support, work on them and close them", Allowed.toTeachersOfTheStudent()),
    VET_ACTIVITIES(
            Part.TEACHING,
            "Say which activities are fit for students, change them and take them out",
            Allowed.toStaff()),
    GROUP_BY_READINESS(Part.TEACHING, "Make groups by readiness for a block of time", Allowed.toTeachersOfTheStudent()),
    SEE_OUTCOMES(
            Part.TEACHING,
            "See outcomes, growth and pace, and what another rule would change",
            Allowed.toTeachersOfTheStudent()),
    SPEAK_BY_PROGRAMS(Part.TEACHING, "Let programs record and read in one's own name", Allowed.toStaffEachOwn()),
    GIVE_SUBSTITUTES(
            Part.TEACHING,
            "Give one's group to a colleague who stands in, until a day",
            Allowed.toTeachersOfTheStudent()),

    // leading
    CHOOSE_THE_DESIGN(Part.LEADING, "Draft and adopt the design choices and rules of mastery", Allowed.toLeaders()),
    ASK_WHAT_IF(Part.LEADING, "Ask what another rule would change", Allowed.toLeaders()),
    COMPARE_OUTCOMES(
            Part.LEADING, "Compare outcomes with batching by age, and see whom signals notice", Allowed.toLeaders()),
    SET_GRADUATION(Part.LEADING, "Adopt what graduating asks for", Allowed.toLeaders()),
    DEFINE_BADGES(
            Part.LEADING, "Say which badges the district gives and for what, and take one back", Allowed.toLeaders()),
    ADOPT_FRAMEWORKS(Part.LEADING, "Take a framework into use or out of it", Allowed.toLeaders()),
    SEE_THE_SCHOOL(Part.LEADING, "Find the pages from which the school is run", Allowed.toLeaders()),
    READ_PERMISSIONS(Part.LEADING, "Read this table", Allowed.toLeaders()),
    DECIDE_FOR_FAMILIES(
            Part.LEADING,
            "Say which guardian may not see a student, and from which age students decide",
            Allowed.toLeaders()),
    ANSWER_CORRECTIONS(Part.LEADING, "Answer who asks that a record be corrected", Allowed.toLeaders()),
    READ_THE_TRAIL(Part.LEADING, "Read who saw or changed what about whom", Allowed.toLeaders()),

    KEEP_LEARNING_RECORDS(
            Part.LEADING, "Send, keep and read learning records by a program that speaks xAPI", Allowed.toLeaders()),

    COUNT_LEARNING_RECORDS(
            Part.LEADING, "Count learning records, by a program that may read everything", Allowed.toLeaders()),
    SERVE_LEARNING_TOOLS(
            Part.LEADING,
            "Read who is in a class and send scores, by a learning tool that is connected",
            Allowed.toLeaders()),
    READ_GRADEBOOKS(
            Part.LEADING, "Read the gradebooks of all classes by a system that speaks OneRoster", Allowed.toLeaders()),

    // running the school
    IMPORT(Part.RUNNING, "Import rosters, frameworks, evidence, attendance and questions", Allowed.toAdministrators()),
    READ_E_MAILS(Part.RUNNING, "Read which e-mails were written", Allowed.toAdministrators()),
    GIVE_ACCOUNTS(
            Part.RUNNING,
            "Find people, give them their way in, say what their accounts are for, and close them",
            Allowed.toAdministrators()),
    SAY_HOW_PEOPLE_SIGN_IN(
            Part.RUNNING, "Say who needs a second factor, and where else people sign in", Allowed.toAdministrators()),
    SET_THE_CLOCK(Part.RUNNING, "Set the school's clock", Allowed.toAdministrators()),
    KEEP_INTEGRATIONS(
            Part.RUNNING,
            "Connect programs, see what they sent and what failed, and say what of it becomes evidence",
            Allowed.toAdministrators()),
    TAKE_THE_DIRECTORY(
            Part.RUNNING, "Take a list of the students whom the school may name to others", Allowed.toAdministrators()),
    TAKE_THE_SCHOOL_ALONG(
            Part.RUNNING,
            "Take everything along as files: roster, frameworks, evidence, rules",
            Allowed.toAdministrators()),
    SAY_HOW_LONG(Part.RUNNING, "Say how long things are kept", Allowed.toAdministrators()),
    KEEP_SIGNING_KEYS(
            Part.RUNNING, "Renew and withdraw the keys with which badges are signed", Allowed.toAdministrators()),
    ERASE_PEOPLE(Part.RUNNING, "Erase a person for good", Allowed.toAdministrators());

    /** The part of the table in which it stands. */
    public enum Part {
        EVERYBODY("For everybody"),
        OWN("A student's own"),
        STUDENT("About a student"),
        TEACHING("Teaching"),
        LEADING("Leading"),
        RUNNING("Running the school");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** Its heading. */
        public String words() {
            return words;
        }

        /** What stands in it. */
        public List<Permission> permissions() {
            return Arrays.stream(Permission.values())
                    .filter(permission -> permission.part == this)
                    .toList();
        }
    }

    private final Part part;
    private final String sentence;
    private final Allowed allowed;

    Permission(Part part, String sentence, Allowed allowed) {
        this.part = part;
        this.sentence = sentence;
        this.allowed = allowed;
    }

    /** What it lets one do, to be read after "may". */
    public String sentence() {
        return sentence;
    }

    /** About whom this role may do it; empty when it may not at all. */
    public Optional<Reach> reach(Role role) {
        return allowed.reach(role);
    }

    /** The one that a code names. */
    static Optional<Permission> ofCode(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.name().equals(code))
                .findFirst();
    }

    /** Whether it needs no sign-in. */
    public boolean withoutSignIn() {
        return allowed.withoutSignIn();
    }

    /** Whether any of the viewer's roles has it. */
    public boolean has(Viewer viewer) {
        return viewer.roles().stream().anyMatch(allowed.roles()::contains);
    }

    /** The roles that have it, in words: "teacher, school leader or administrator". */
    String holders() {
        List<String> words = allowed.roles().stream()
                .sorted()
                .map(role -> role.words().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return words.size() == 1
                ? words.get(0)
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " or "
                        + words.get(words.size() - 1);
    }
}
