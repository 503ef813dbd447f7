package org.ownpath.exchange.xapi.cmi5;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.ownpath.exchange.Problems;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.StrictXml;
import org.ownpath.shared.Problem;

/** Reads the structure of a course, and says of everything that is not as the standard has it where it stands. */
final class CourseXml {

    static final String FILE = "cmi5.xml";

    /** The standard asks for more than a thousand. */
    private static final int MOST_UNITS = 5_000;

    private static final int LONGEST = 2_000;
    private static final Set<String> OF_THE_LAUNCH = Set.of("endpoint", "fetch", "actor", "registration", "activityId");

    private final Predicate<String> files;
    private final Set<String> schemes;
    private final Problems problems = new Problems();
    private final Set<String> ids = new HashSet<>();
    private int units;
    private int blocks;

    private CourseXml(Predicate<String> files, Set<String> schemes) {
        this.files = files;
        this.schemes = schemes;
    }

    /**
     * The structure that a text tells.
     *
     * @param files whether a file came with it
     * @param schemes of addresses elsewhere that are taken
     */
    static Read<CourseStructure> read(String text, Predicate<String> files, Set<String> schemes) {
        Read<Element> root = StrictXml.root(FILE, text);
        return root instanceof Read.Parsed<Element> parsed
                ? new CourseXml(files, schemes).structure(parsed.value())
                : new Read.Unreadable<>(((Read.Unreadable<Element>) root).problems());
    }

    private Read<CourseStructure> structure(Element root) {
        if (!name(root).equals("courseStructure")) {
            problem(root, "The file is no course structure: it begins with '" + root.tagName() + "'.");
            return new Read.Unreadable<>(problems);
        }
        List<Element> courses = children(root, "course").toList();
        if (courses.size() != 1) {
            problem(root, "The file describes " + courses.size() + " courses. It has to describe one.");
            return new Read.Unreadable<>(problems);
        }
        Map<String, CourseStructure.Named> objectives = new HashMap<>();
        children(root, "objectives")
                .flatMap(all -> children(all, "objective"))
                .forEach(each -> objectives.put(id(each), named(each)));
        CourseStructure structure =
                new CourseStructure(id(courses.get(0)), named(courses.get(0)), objectives, parts(root));
        if (units == 0) {
            problem(root, "The course has no unit (au) that could be opened.");
        }
        return Read.of(problems, () -> structure);
    }

    private List<CourseStructure.Part> parts(Element within) {
        List<CourseStructure.Part> parts = new ArrayList<>();
        for (Element child : within.children()) {
            if (name(child).equals("au") && units < MOST_UNITS) {
                parts.add(unit(child));
            } else if (name(child).equals("au")) {
                problem(child, "More than " + MOST_UNITS + " units are not taken. Import the course in parts.");
                return parts;
            } else if (name(child).equals("block")) {
                parts.add(block(child));
            }
        }
        return parts;
    }

    private CourseStructure.Block block(Element block) {
        List<CourseStructure.Part> parts = parts(block);
        return new CourseStructure.Block(++blocks, id(block), named(block), references(block), parts);
    }

    private CourseStructure.Unit unit(Element unit) {
        String id = id(unit);
        if (!ids.add(id)) {
            problem(unit, "Two units have the id '" + id + "'. Each needs its own.");
        }
        String method = unit.attr("launchMethod").strip();
        if (!Set.of("", "AnyWindow", "OwnWindow").contains(method)) {
            problem(unit, "The launchMethod '" + method + "' is neither AnyWindow nor OwnWindow.");
        }
        return new CourseStructure.Unit(
                ++units,
                id,
                named(unit),
                references(unit),
                new CourseStructure.Start(
                        url(unit),
                        method.equals("OwnWindow"),
                        text(unit, "launchParameters"),
                        text(unit, "entitlementKey")),
                new CourseStructure.Asks(moveOn(unit), masteryScore(unit)));
    }

    private MoveOn moveOn(Element unit) {
        String said = unit.attr("moveOn").strip();
        if (said.isEmpty()) {
            return MoveOn.NOT_APPLICABLE;
        }
        Optional<MoveOn> known = MoveOn.ofCode(said);
        if (known.isEmpty()) {
            problem(unit, "The moveOn '" + said + "' is none of the five of the standard.");
        }
        return known.orElse(MoveOn.NOT_APPLICABLE);
    }

    private Optional<BigDecimal> masteryScore(Element unit) {
        String said = unit.attr("masteryScore").strip();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (!said.matches("0?\\.\\d{1,4}0*|[01](\\.0*)?")) {
            problem(unit, "The masteryScore '" + said + "' is no number from 0 to 1 with up to 4 decimals.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(said));
    }

    private String url(Element unit) {
        String url = text(unit, "url").orElse("");
        try {
            URI uri = URI.create(url);
            String query = Optional.ofNullable(uri.getQuery()).orElse("");
            Optional<String> taken = Stream.of(query.split("&", -1))
                    .map(pair -> pair.split("=", 2)[0])
                    .filter(OF_THE_LAUNCH::contains)
                    .findFirst();
            taken.ifPresent(name -> problem(unit, "The url has a parameter '" + name + "', which the standard uses."));
            refusal(uri).ifPresent(why -> problem(unit, "The url '" + url + "' " + why));
        } catch (IllegalArgumentException e) {
            problem(unit, "The url '" + url + "' is no address.");
        }
        return url;
    }

    private Optional<String> refusal(URI uri) {
        if (uri.getScheme() != null) {
            return schemes.contains(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.empty()
                    : Optional.of("is none that a browser may open from here. It has to begin with https://.");
        }
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        return uri.getRawAuthority() == null && files.test(path)
                ? Optional.empty()
                : Optional.of(
                        "names a file that is not in the package. Without a package, every url is a whole address.");
    }

    private static List<String> references(Element of) {
        return children(of, "objectives")
                .flatMap(all -> children(all, "objective"))
                .map(each -> each.attr("idref").strip())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private String id(Element of) {
        String id = of.attr("id").strip();
        if (!id.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+") || id.length() > LONGEST) {
            problem(of, "The id '" + id + "' is no IRI, such as https://example.org/course.");
        }
        return id;
    }

    private CourseStructure.Named named(Element of) {
        String title = inWords(of, "title");
        if (title.isEmpty()) {
            problem(of, "A title is missing.");
        }
        return new CourseStructure.Named(title, inWords(of, "description"));
    }

    /** What stands there in English, or else in the first language. */
    private static String inWords(Element of, String what) {
        List<Element> languages =
                children(of, what).flatMap(all -> children(all, "langstring")).toList();
        String words = languages.stream()
                .filter(each -> each.attr("lang").startsWith("en"))
                .findFirst()
                .or(() -> languages.stream().findFirst())
                .map(each -> each.text().strip())
                .orElse("");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }

    private static Optional<String> text(Element of, String what) {
        return children(of, what)
                .map(each -> each.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Stream<Element> children(Element of, String name) {
        return of.children().stream().filter(child -> name(child).equals(name));
    }

    private static String name(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    private void problem(Element where, String why) {
        problems.add(new Problem(FILE, Math.max(0, where.sourceRange().start().lineNumber()), "", why));
    }
}
