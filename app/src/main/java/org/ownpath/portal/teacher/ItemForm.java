package org.ownpath.portal.teacher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Written;
import org.ownpath.engine.Depth;
import org.ownpath.portal.Fields;
import org.ownpath.shared.CompetencyId;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * A question while it is being written, with everything as it was typed.
 *
 * @param problems why it could not be kept
 */
public record ItemForm(Typed typed, Written written, List<String> problems) {

    /** What is said about the question. */
    public record Typed(String label, String competency, String depth, String difficulty) {}

    static ItemForm blank(Kind kind) {
        return new ItemForm(new Typed("", "", "apply", "middling"), Written.blank(kind), List.of());
    }

    static ItemForm of(Item item) {
        return new ItemForm(
                new Typed(
                        item.content().label(),
                        item.content().competency().toString(),
                        item.content().depth().words(),
                        Item.Difficulty.nearest(item.strength().curve().difficulty())
                                .code()),
                Written.of(item.content().question()),
                List.of());
    }

    static ItemForm of(Kind kind, MultiValueMap<String, String> fields, @Nullable MultipartFile file) {
        return new ItemForm(
                new Typed(
                        Fields.stripped(fields, "label"),
                        Fields.stripped(fields, "competency"),
                        Fields.stripped(fields, "depth"),
                        Fields.stripped(fields, "difficulty")),
                new Written(
                        kind,
                        Fields.stripped(fields, "prompt"),
                        Fields.stripped(fields, "answers"),
                        new Written.Comparing(
                                Fields.stripped(fields, "matching"),
                                Fields.stripped(fields, "number"),
                                Fields.stripped(fields, "unit")),
                        fields.containsKey("shuffle"),
                        picture(kind, fields, file)),
                List.of());
    }

    /** The one that was chosen just now, or else the one that the form brought along. */
    private static Picture picture(Kind kind, MultiValueMap<String, String> fields, @Nullable MultipartFile file) {
        if (kind != Kind.HOTSPOT) {
            return Picture.NONE;
        }
        String words = Fields.stripped(fields, "shows");
        Optional<Picture> read = file == null || file.isEmpty()
                ? Picture.ofSource(Fields.stripped(fields, "picture"), words)
                : Picture.of(content(file), words);
        return read.orElse(Picture.NONE);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getSize() > Picture.LARGEST ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ItemForm with(List<String> reasons) {
        return new ItemForm(typed, written, reasons);
    }

    /** What the form says, or why it says nothing. */
    record Read(Optional<Item.Content> content, List<String> problems) {}

    Read read() {
        Written.Read read = written.read();
        List<String> reasons = new ArrayList<>(read.problems());
        Optional<CompetencyId> competency = Fields.id(typed.competency(), CompetencyId::of);
        Optional<Depth> depth = Depth.ofCode(typed.depth());
        if (competency.isEmpty()) {
            reasons.add("Choose the competency that the question shows.");
        }
        if (depth.isEmpty()) {
            reasons.add("Choose how deep the question goes.");
        }
        return reasons.isEmpty()
                ? new Read(
                        Optional.of(new Item.Content(
                                typed.label(),
                                competency.orElseThrow(),
                                depth.orElseThrow(),
                                read.question().orElseThrow())),
                        List.of())
                : new Read(Optional.empty(), reasons);
    }

    org.ownpath.engine.estimate.Item curve() {
        return Item.Difficulty.ofCode(typed.difficulty())
                .orElse(Item.Difficulty.MIDDLING)
                .curve();
    }

    /** Whether the difficulty is another than the one that a question has. */
    boolean harderOrEasierThan(Item item) {
        return !Item.Difficulty.nearest(item.strength().curve().difficulty())
                .code()
                .equals(typed.difficulty());
    }
}
