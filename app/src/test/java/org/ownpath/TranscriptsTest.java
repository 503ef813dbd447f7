package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.credential.LinkId;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.SubjectRecord;
import org.ownpath.credential.TraditionalTranscript;
import org.ownpath.credential.Transcripts;
import org.ownpath.engine.Depth;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Transcripts say what the judgements say, print on one page that lasts, and open to nobody but whom they are for. */
class TranscriptsTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";
    private static final SharedLink.Choice MATHEMATICS =
            new SharedLink.Choice("Lakeside College", Set.of("Mathematics"), true, false);

    private static final SharedLink.Choice EVERYTHING = new SharedLink.Choice(
            "Lakeside College", Set.of("Mathematics", "Reading", "Writing", "Science practice"), true, true);

    @LocalServerPort
    int port;

    @Autowired
    Transcripts transcripts;

    @Autowired
    Pathway pathway;

    @Autowired
    SharedLinks links;

    @Autowired
    JdbcClient database;

    private Viewer student(String name) {
        return viewer(name + "@northside.example");
    }

    private static StudentId id(Viewer student) {
        return StudentId.of(student.person());
    }

    private StudentRecord record(String name) {
        Viewer student = student(name);
        return as(student, () -> transcripts.of(id(student)));
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name + "@northside.example", "northside");
        return visitor;
    }

    private Sharing.Shared share(String name, SharedLink.Choice choice) {
        Viewer student = student(name);
        return (Sharing.Shared) as(student, () -> links.share(student, id(student), choice, 30));
    }

    private HttpResponse<String> open(String path) {
        return new Visitor(port, HttpClient.Redirect.NEVER).open(path);
    }

    @Test
    void the_record_says_the_same_as_the_path() {
        Viewer maya = student("maya.okafor");
        StudentRecord record = record("maya.okafor");
        Map<String, SubjectPath> paths = as(maya, () -> pathway.of(id(maya))).subjects().stream()
                .collect(Collectors.toMap(SubjectPath::subject, path -> path));
        assertThat(record.academic()).hasSize(4);
        for (SubjectRecord subject : record.academic()) {
            SubjectPath path = paths.get(subject.subject());
            assertThat((long) subject.mastered()).isEqualTo(path.mastered());
            assertThat(subject.completeThrough().map(SubjectRecord.Level::level).orElse(-1))
                    .isEqualTo(path.position().completeThrough().orElse(-1));
        }
    }

    @Test
    void dispositions_are_in_no_academic_count() {
        StudentRecord record = record("leo.martinez");
        assertThat(record.academic()).extracting(SubjectRecord::subject).doesNotContain("Habits");
        assertThat(record.dispositions()).extracting(SubjectRecord::subject).containsExactly("Habits");
        assertThat(record.creations())
                .isNotEmpty()
                .allMatch(c -> c.entry().nature().depth() == Depth.CREATE
                        && !c.competency().subject().equals("Habits"));
    }

    @Test
    void a_letter_stands_for_every_complete_level_and_none_for_what_is_in_progress() {
        StudentRecord record = record("leo.martinez");
        TraditionalTranscript transcript = as(student("leo.martinez"), () -> transcripts.traditional(record));
        assertThat(transcript.courses())
                .isNotEmpty()
                .allMatch(c -> c.level().complete() == c.grade().isPresent());
        assertThat((long) transcript.credits())
                .isEqualTo(transcript.courses().stream()
                        .filter(c -> c.level().complete())
                        .count());
        assertThat(transcript.average().getAsDouble()).isBetween(3.0, 4.0);
    }

    @Test
    void whoever_has_a_link_sees_what_was_chosen_and_nothing_else() {
        String token = share("leo.martinez", MATHEMATICS).token();
        HttpResponse<String> opened = open("/shared/" + token);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(opened.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(opened.body())
                .contains("Leo Martinez", "Mathematics", "The evidence", "noindex")
                .doesNotContain("Science practice", "assessed apart from", "Seen by");
        Viewer leo = student("leo.martinez");
        for (String page : List.of("/students/" + id(leo), "/students/" + id(leo) + "/transcript", "/records")) {
            assertThat(open(page).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void the_file_behind_a_link_says_where_the_evidence_is_on_the_same_page() throws Exception {
        String address = "/shared/" + share("leo.martinez", EVERYTHING).token();
        byte[] pdf = pdf(new Visitor(port, HttpClient.Redirect.NEVER), address + "/pdf");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s", ""))
                    .contains(address);
        }
    }

    @Test
    void a_link_opens_no_more_when_taken_back_or_expired_or_mistyped() {
        Viewer leo = student("leo.martinez");
        Sharing.Shared taken = share("leo.martinez", MATHEMATICS);
        assertThat(as(leo, () -> links.revoke(leo, id(leo), taken.link()))).isTrue();
        assertThat(as(leo, () -> links.revoke(leo, id(leo), taken.link()))).isFalse();
        Sharing.Shared expired = share("leo.martinez", MATHEMATICS);
        assertThat(as(leo, () -> links.of(leo, id(leo))).stream()
                        .filter(link -> link.id().equals(expired.link()))
                        .findFirst()
                        .orElseThrow())
                .satisfies(link -> {
                    assertThat(link.opensAt(link.expiresAt().minusMillis(1))).isTrue();
                    assertThat(link.opensAt(link.expiresAt())).isFalse();
                });
        assertThat(open("/shared/" + taken.token()).statusCode()).isEqualTo(404);
        assertThat(open("/shared/" + taken.token() + "/pdf").statusCode()).isEqualTo(404);
        assertThat(open("/shared/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    }

    @Test
    void the_token_is_kept_nowhere_and_making_opening_and_taking_back_leave_a_trail() {
        Viewer leo = student("leo.martinez");
        Sharing.Shared shared = share("leo.martinez", MATHEMATICS);
        open("/shared/" + shared.token());
        open("/shared/" + shared.token());
        as(leo, () -> links.revoke(leo, id(leo), shared.link()));
        List<String> actions = as(
                leo,
                () -> database.sql(
                                "select action from access.audit where action like 'transcript.%' order by number desc limit 2")
                        .query(String.class)
                        .list());
        assertThat(actions).containsExactly("transcript.unshared", "transcript.shared");
        SharedLink seen = as(leo, () -> links.of(leo, id(leo))).stream()
                .filter(link -> link.id().equals(shared.link()))
                .findFirst()
                .orElseThrow();
        assertThat(seen.opened()).isEqualTo(1);
        assertThat(as(
                        leo,
                        () -> database.sql("select count(*) from credential.shared_link l where l::text like ?")
                                .param("%" + shared.token() + "%")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void neither_a_teacher_nor_another_student_shares_a_record() {
        Viewer leo = student("leo.martinez");
        for (String other : List.of("maya.okafor", "gwen.abernathy")) {
            Viewer viewer = student(other);
            assertThatThrownBy(() -> as(viewer, () -> links.share(viewer, id(leo), MATHEMATICS, 30)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(
                            viewer,
                            () -> links.revoke(
                                    viewer, id(leo), LinkId.of(leo.account().toString()))))
                    .isInstanceOf(NotAllowed.class);
        }
        Viewer philippa = viewer(PHILIPPA);
        assertThat(as(philippa, () -> links.share(philippa, id(leo), MATHEMATICS, 0)))
                .isEqualTo(new Sharing.Refused("A link opens for 1 to 365 days, not 0."));
        assertThat(as(philippa, () -> links.share(philippa, id(leo), MATHEMATICS, 365)))
                .isInstanceOf(Sharing.Shared.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maya.okafor",
                "leo.martinez",
                "amara.diallo",
                "noah.whitfield",
                "hana.suzuki",
                "tomasz.zielinski",
                "priya.raman",
                "elijah.brooks"
            })
    void everybodys_mastery_transcript_prints_on_one_page(String name) throws Exception {
        Viewer student = student(name);
        byte[] pdf = pdf(signedIn(name), "/students/" + id(student) + "/transcript.pdf");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read))
                    .contains(student.displayName(), "Mathematics", "How to read this");
        }
    }

    /** The documents of a student, each with its address. */
    enum Document {
        MASTERY("transcript.pdf"),
        COURSES("courses.pdf"),
        REPORT("report.pdf"),
        REPORT_BY_COMPETENCY("report.pdf?grain=competency&days=365");

        private final String address;

        Document(String address) {
            this.address = address;
        }
    }

    @ParameterizedTest
    @EnumSource(Document.class)
    void every_document_is_valid_as_archival_and_as_accessible_pdf(Document document) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = pdf(signedIn("leo.martinez"), "/students/" + id(student("leo.martinez")) + "/" + document.address);
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.getTestAssertions())
                        .as(flavour.toString())
                        .extracting(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    private static byte[] pdf(Visitor visitor, String path) throws Exception {
        HttpResponse<byte[]> answer =
                visitor.http().send(visitor.to(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }
}
