package org.ownpath.portal.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.Transcripts;
import org.ownpath.portal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a shared link opens, to whoever has it: what was chosen, and nothing else. */
@Controller
class SharedPage {

    private final SharedLinks links;
    private final Transcripts transcripts;
    private final Documents documents;

    SharedPage(SharedLinks links, Transcripts transcripts, Documents documents) {
        this.links = links;
        this.transcripts = transcripts;
        this.documents = documents;
    }

    @Allows(Permission.OPEN_A_SHARED_RECORD)
    @GetMapping("/shared/{token}")
    String shared(@PathVariable String token, Model model, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return opened(token, (link, record) -> {
            model.addAttribute("letterhead", documents.letterhead(link.student(), record));
            model.addAttribute("record", record);
            model.addAttribute("shared", link);
            model.addAttribute("address", "/shared/" + token);
            return "documents/shared";
        });
    }

    @Allows(Permission.OPEN_A_SHARED_RECORD)
    @GetMapping("/shared/{token}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token) {
        String link = RecordsPage.address(token);
        return opened(
                token,
                (shared, record) -> documents.pdf(
                        "mastery-pdf",
                        "mastery transcript",
                        documents.letterhead(shared.student(), record),
                        Map.of("record", record, "graduation", Optional.empty(), "link", link)));
    }

    private <T> T opened(String token, BiFunction<SharedLink, StudentRecord, T> show) {
        return links.district(token)
                .flatMap(district -> DistrictScope.within(
                        district,
                        () -> links.open(token).map(link -> {
                            SharedLink.Choice choice = link.choice();
                            StudentRecord record =
                                    transcripts.of(link.student()).only(choice.subjects(), choice.dispositions());
                            return show.apply(link, record);
                        })))
                .orElseThrow(
                        () -> new NotFound(
                                "This link opens nothing. It has expired or was taken back: ask whoever sent it for a new one."));
    }
}
