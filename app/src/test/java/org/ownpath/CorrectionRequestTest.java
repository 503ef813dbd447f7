package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.CorrectionRequest;
import org.ownpath.access.privacy.CorrectionRequests;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** A family or a student asks that a record be corrected, and the office answers with a reason. */
class CorrectionRequestTest extends BrowserBase {

    private static final String NNEKA = "nneka.okafor@northside.example";
    private static final String PHILIPPA = OneOfEverything.PHILIPPA;

    @Autowired
    CorrectionRequests requests;

    @Autowired
    LedgerReading ledger;

    private StudentId maya() {
        return StudentId.of(viewer(OneOfEverything.MAYA).person());
    }

    private static CorrectionRequest.Wish wish(String wrong) {
        return new CorrectionRequest.Wish(Optional.empty(), wrong, "Another way");
    }

    private CorrectionRequest.Answer answer(Viewer by, boolean agreed) {
        return new CorrectionRequest.Answer(by.person(), Instant.now(), agreed, "Because", Optional.empty());
    }

    private List<CorrectionRequest> asked(String wrong) {
        Viewer nneka = viewer(NNEKA);
        return as(nneka, () -> requests.of(nneka, maya())).stream()
                .filter(request -> request.wish().wrong().equals(wrong))
                .toList();
    }

    @Test
    void a_family_asks_the_office_corrects_the_evidence_and_its_answer_names_what_took_its_place() {
        PieceId piece = as(viewer(NNEKA), () -> ledger.latest(maya(), 1)).get(0).piece();
        Page family = signIn(NNEKA, 390);
        family.waitForURL("**/family");
        family.navigate("/students/" + maya() + "/corrections?piece=" + piece);
        hasNothingToObjectTo(family);
        family.fill("[name=wrong]", "She was ill that day");
        family.fill("[name=proposed]", "It should not count");
        family.click("text=Ask the school office");
        family.waitForSelector("text=waits for an answer");
        hasNothingToObjectTo(family);

        Page office = signIn(PHILIPPA, 1280);
        office.waitForURL("**/imports");
        String request = "/corrections/" + asked("She was ill that day").get(0).id();
        office.navigate("/corrections");
        hasNothingToObjectTo(office);
        office.navigate(request);
        hasNothingToObjectTo(office);
        office.check("[name=decision][value=agreed]");
        office.fill("[name=reason]", "You are right.");
        office.click("main form button");
        assertThat(office.textContent("main")).contains("Correct it or take it back first");

        office.click("a:has-text('Correct it or take it back')");
        office.fill("[name=reason]", "She was ill");
        office.locator("input[name=student]").all().forEach(student -> student.check());
        office.click("button:has-text('Withdraw')");
        office.waitForSelector("#notice");
        office.navigate(request);
        office.check("[name=decision][value=agreed]");
        office.fill("[name=reason]", "You are right: it counts no more.");
        office.click("main form button");
        office.waitForSelector("text=What took the place of the evidence");

        family.navigate("/notices");
        assertThat(family.textContent("main"))
                .contains("The school has answered your request to correct the record of Maya Okafor");
        family.navigate("/students/" + maya() + "/corrections");
        assertThat(family.textContent("main")).contains("You are right: it counts no more.", "See how it stands now");
        CorrectionRequest answered = asked("She was ill that day").get(0);
        PieceId correction = answered.answer().orElseThrow().correction().orElseThrow();
        assertThat(as(viewer(PHILIPPA), () -> ledger.piece(correction)))
                .allSatisfy(entry -> assertThat(entry.replaces()).contains(piece));
    }

    @Test
    void the_pages_of_privacy_can_be_read_by_everybody() {
        Page family = signIn(NNEKA, 390);
        family.waitForURL("**/family");
        family.navigate("/students/" + maya() + "/uses");
        hasNothingToObjectTo(family);
        Page office = signIn(PHILIPPA, 390);
        office.waitForURL("**/imports");
        for (String address : List.of("/retention", "/families", "/audit", "/mail")) {
            office.navigate(address);
            hasNothingToObjectTo(office);
        }
    }

    @Test
    void a_request_is_kept_once_and_answered_once() {
        Viewer nneka = viewer(NNEKA);
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(as(nneka, () -> requests.ask(nneka, id, maya(), wish("Sent twice"))))
                    .isEmpty();
        }
        assertThat(asked("Sent twice")).hasSize(1);
        Viewer philippa = viewer(PHILIPPA);
        CorrectionRequest request = asked("Sent twice").get(0);
        assertThat(as(philippa, () -> requests.answer(philippa, request, answer(philippa, false))))
                .isEmpty();
        assertThat(as(philippa, () -> requests.answer(philippa, request, answer(philippa, true))))
                .hasValueSatisfying(why -> assertThat(why).contains("answered this already"));
        assertThat(asked("Sent twice").get(0).answer().orElseThrow().agreed()).isFalse();
    }

    @Test
    void nobody_asks_about_a_child_of_others_and_no_teacher_or_family_answers() {
        Viewer nneka = viewer(NNEKA);
        StudentId leo = StudentId.of(viewer("leo.martinez@northside.example").person());
        assertThatThrownBy(() -> as(nneka, () -> requests.ask(nneka, UUID.randomUUID(), leo, wish("Not mine"))))
                .isInstanceOf(NotAllowed.class);
        as(nneka, () -> requests.ask(nneka, UUID.randomUUID(), maya(), wish("Mine")));
        CorrectionRequest request = asked("Mine").get(0);
        for (String other : List.of(NNEKA, OneOfEverything.GWEN, OneOfEverything.MAYA)) {
            Viewer viewer = viewer(other);
            assertThatThrownBy(() -> as(viewer, () -> requests.answer(viewer, request, answer(viewer, true))))
                    .isInstanceOf(NotAllowed.class);
        }
        Viewer irene = viewer("irene.castellan@southfield.example");
        assertThat(as(irene, () -> requests.one(irene, request.id()))).isEmpty();
    }
}
