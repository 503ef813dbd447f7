package org.ownpath.portal.documents;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ownpath.access.Accounts;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.Transcripts;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes documents: their letterhead, and a page as PDF. */
@Component
class Documents {

    private static final String STYLE = style();

    private final TemplateEngine templates;
    private final Accounts accounts;
    private final Roster roster;
    private final Transcripts transcripts;

    Documents(TemplateEngine templates, Accounts accounts, Roster roster, Transcripts transcripts) {
        this.templates = templates;
        this.accounts = accounts;
        this.roster = roster;
        this.transcripts = transcripts;
    }

    /** Of a student on the roster of the current district. */
    Letterhead letterhead(StudentId student, StudentRecord record) {
        return new Letterhead(
                accounts.districtName(),
                roster.person(student.person()).orElseThrow(NotFound::student),
                record.asOf(),
                transcripts.profile(record.asOf()));
    }

    /** A template of a document as PDF, named after what it is and whose. */
    ResponseEntity<byte[]> pdf(String template, String kind, Letterhead letterhead, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("letterhead", letterhead);
        all.put("style", STYLE);
        StringOutput page = new StringOutput();
        templates.render("documents/" + template + ".jte", all, page);
        String name = letterhead.student().fullName() + ", " + kind + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(TaggedPdf.of(page.toString()));
    }

    private static String style() {
        String name = "/static/css/document.css";
        try (InputStream in = Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
