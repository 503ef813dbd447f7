package org.ownpath.exchange.leaving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Artifacts;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.exchange.oneroster.OneRosterWriter;
import org.ownpath.policy.ChoicesJson;
import org.ownpath.roster.RosterExport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to leaving: one archive with the roster by OneRoster, the frameworks by CASE, the evidence and its files, and
 * the design choices and rules. Imported into an empty district, it gives the same judgements.
 */
@Component
public class WholeSchool {

    private static final String READ_ME = """
            Everything that this school has in Ownpath, to take it elsewhere.

            design-choices.json  how the school works and its rules of mastery (Design choices > Import)
            frameworks/          its frameworks of competencies, each a CASE 1.1 package
            roster.zip           people, classes and families, a OneRoster 1.2 archive
            evidence.csv         what students have shown, each piece that stands
            evidence-files.csv   which file belongs to which piece of evidence
            files/               those files
            left/evidence.csv    evidence of students who have left, and of competencies that were dropped

            To take it into an empty district: import each framework, adopt the design choices, then import the roster and
            the evidence, in this order. Students and competencies go by the keys in roster.zip and frameworks/.
            """;

    private final RosterExport roster;
    private final OpenFrameworks frameworks;
    private final EvidenceFiles evidence;
    private final Artifacts artifacts;
    private final TravellingChoices choices;
    private final Access access;

    WholeSchool(
            RosterExport roster,
            OpenFrameworks frameworks,
            EvidenceFiles evidence,
            Artifacts artifacts,
            TravellingChoices choices,
            Access access) {
        this.roster = roster;
        this.frameworks = frameworks;
        this.evidence = evidence;
        this.artifacts = artifacts;
        this.choices = choices;
        this.access = access;
    }

    /** Notes that somebody takes everything along, before the first byte goes out. */
    @Transactional
    public void note(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        access.audit(viewer, "school.exported", "everything", "");
    }

    /** Writes the archive as of one moment; the stream stays open. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Viewer viewer, OutputStream out) throws IOException {
        access.require(viewer, Role.ADMINISTRATOR);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "README.txt", READ_ME);
        add(zip, "design-choices.json", ChoicesJson.write(choices.going()));
        for (Map.Entry<String, String> each : frameworks.packages().entrySet()) {
            add(zip, "frameworks/" + each.getKey() + ".json", each.getValue());
        }
        RosterExport.Everybody everybody = roster.everybody(viewer);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        OneRosterWriter.write(everybody.roster(), archive);
        zip.putNextEntry(new ZipEntry("roster.zip"));
        archive.writeTo(zip);
        zip.closeEntry();
        Map<String, Collection<String>> files = new TreeMap<>();
        evidence.write(zip, everybody, frameworks.identifiers(), files);
        evidence.list(zip, files);
        for (Artifacts.Artifact file : artifacts.of(files.keySet().stream().toList())) {
            zip.putNextEntry(new ZipEntry(EvidenceFiles.path(file.hash(), file.fileName())));
            Files.copy(artifacts.content(file), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
