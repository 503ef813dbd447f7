package org.ownpath.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.ownpath.assessment.items.Item;
import org.ownpath.engine.Depth;
import org.ownpath.exchange.PackedFiles;
import org.ownpath.exchange.Problems;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.StrictXml;
import org.ownpath.shared.Problem;

/** A content package of QTI 2.1, 2.2 or 3.0: every item that its manifest names. */
public final class QtiPackage {

    private static final String MANIFEST = "imsmanifest.xml";

    private final PackedFiles archive;
    private final Problems problems = new Problems();
    private final List<Incoming.Question> questions = new ArrayList<>();
    private final List<Incoming.LeftOut> unsupported = new ArrayList<>();

    private QtiPackage(PackedFiles archive) {
        this.archive = archive;
    }

    /** Reads a package; problems name the file and the line. */
    public static Read<Incoming> read(Source source) {
        Read<PackedFiles> unpacked = PackedFiles.of(source, MANIFEST, PackedFiles.MOST_BYTES_OF_ONE);
        return unpacked instanceof Read.Parsed<PackedFiles> archive
                ? new QtiPackage(archive.value()).read(source.name())
                : new Read.Unreadable<>(((Read.Unreadable<PackedFiles>) unpacked).problems());
    }

    private Read<Incoming> read(String name) {
        Optional<Element> manifest = root(MANIFEST);
        if (manifest.isEmpty()) {
            return new Read.Unreadable<>(problems);
        }
        QtiXml.all(manifest.get(), "resource").forEach(this::resource);
        String title = QtiXml.all(manifest.get(), "title").stream()
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(name.replaceAll("\\.zip$", ""));
        return Read.of(problems, () -> new Incoming(title, questions, unsupported));
    }

    private Optional<Element> root(String path) {
        Optional<String> text = archive.text(path);
        if (text.isEmpty()) {
            problems.add(Problem.ofFile(
                    path,
                    "'" + path + "' is not in the package. Export the whole package, with its manifest at the top."));
            return Optional.empty();
        }
        Read<Element> root = StrictXml.root(path, text.get());
        if (root instanceof Read.Parsed<Element> parsed) {
            return Optional.of(parsed.value());
        }
        problems.addAll(((Read.Unreadable<Element>) root).problems());
        return Optional.empty();
    }

    private void resource(Element resource) {
        String type = resource.attr("type");
        if (!type.startsWith("imsqti_")) {
            return;
        }
        String href = resource.attr("href");
        if (!type.startsWith("imsqti_item")) {
            unsupported.add(new Incoming.LeftOut(href, type + ": only questions are taken, offer tests from the bank"));
            return;
        }
        root(PackedFiles.resolve(MANIFEST, href)).ifPresent(item -> item(resource, href, item));
    }

    private void item(Element resource, String path, Element item) {
        if (!QtiXml.name(item).equals("assessmentItem")) {
            problems.add(new Problem(
                    path,
                    QtiXml.line(item),
                    "",
                    "The file begins with '" + item.tagName() + "', not with an assessment item."));
            return;
        }
        QtiItem read = new QtiItem(item, new QtiTexts(path, archive));
        QtiItem.Read question = read.question();
        question.question()
                .ifPresentOrElse(
                        found -> questions.add(
                                new Incoming.Question(read.title(), found, about(resource), path, QtiXml.line(item))),
                        () -> unsupported.add(new Incoming.LeftOut(read.title(), question.unsupported())));
    }

    private static Incoming.About about(Element resource) {
        List<String> codes = new ArrayList<>();
        QtiXml.all(resource, "labelledGUID")
                .forEach(standard -> standard.children()
                        .forEach(name -> codes.add(name.text().strip())));
        return new Incoming.About(
                codes,
                QtiXml.all(resource, "educational").stream()
                        .flatMap(educational -> QtiXml.all(educational, "string").stream())
                        .flatMap(text -> Depth.ofCode(text.text().strip()).stream())
                        .findFirst()
                        .orElse(Depth.APPLY),
                QtiXml.all(resource, "difficulty").stream()
                        .flatMap(difficulty -> QtiXml.all(difficulty, "value").stream())
                        .flatMap(value -> Lom.difficulty(value.text().strip()).stream())
                        .findFirst()
                        .orElse(Item.Difficulty.MIDDLING));
    }
}
