package org.ownpath.exchange.qti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ownpath.assessment.items.question.Choice;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.assessment.items.question.Match;
import org.ownpath.assessment.items.question.Pictures;
import org.ownpath.assessment.items.question.Shape;
import org.ownpath.assessment.items.question.Spot;
import org.ownpath.assessment.items.question.TextEntry;
import org.ownpath.exchange.PackedFiles;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;

/** Packages of other systems, good and hostile. */
class QtiPackageTest {

    private static final String CHOICE_2 = """
            <?xml version="1.0"?>
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Capital">
              <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
                <correctResponse><value>B</value></correctResponse></responseDeclaration>
              <itemBody><p>Look at <img src="../media/map.png" alt="a map"/>.</p>
                <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
                  <prompt>Which is the capital?</prompt>
                  <simpleChoice identifier="A">Lyon<feedbackInline identifier="A" outcomeIdentifier="F" showHide="show">No</feedbackInline></simpleChoice>
                  <simpleChoice identifier="B">Paris <script>alert(1)</script></simpleChoice>
                </choiceInteraction></itemBody>
            </assessmentItem>""";

    private static final String MATCH_2 = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="q2" title="Pairs">
              <responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair">
                <correctResponse><value>C P</value><value>D Q</value></correctResponse></responseDeclaration>
              <itemBody><matchInteraction responseIdentifier="R" maxAssociations="2"><prompt>Match them.</prompt>
                <simpleMatchSet><simpleAssociableChoice identifier="C" matchMax="1">Cat</simpleAssociableChoice>
                  <simpleAssociableChoice identifier="D" matchMax="1">Dog</simpleAssociableChoice></simpleMatchSet>
                <simpleMatchSet><simpleAssociableChoice identifier="P" matchMax="4">purrs</simpleAssociableChoice>
                  <simpleAssociableChoice identifier="Q" matchMax="4">barks</simpleAssociableChoice></simpleMatchSet>
              </matchInteraction></itemBody></assessmentItem>""";

    private static final String NUMBER_3 = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q3" title="Pi">
              <qti-response-declaration identifier="R" cardinality="single" base-type="float">
                <qti-correct-response><qti-value>3.14</qti-value></qti-correct-response></qti-response-declaration>
              <qti-item-body><p>About how much is pi? <qti-text-entry-interaction response-identifier="R"/></p></qti-item-body>
              <qti-response-processing><qti-response-condition><qti-response-if>
                <qti-equal tolerance-mode="absolute" tolerance="0.01 0.01"><qti-variable identifier="R"/>
                <qti-correct identifier="R"/></qti-equal></qti-response-if></qti-response-condition></qti-response-processing>
            </qti-assessment-item>""";

    private static final String DRAWING = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q4" title="Draw a line">
              <itemBody><drawingInteraction responseIdentifier="R"/></itemBody></assessmentItem>""";

    private static final String HOTSPOT = """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q5" title="Find the heart">
              <responseDeclaration identifier="R" cardinality="single" baseType="identifier">
                <correctResponse><value>H</value></correctResponse></responseDeclaration>
              <itemBody><hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>Where is the heart?</prompt>
                <object type="image/png" data="media/map.png" width="40" height="40">a body</object>
                <hotspotChoice identifier="H" shape="circle" coords="10,10,5" hotspotLabel="In the chest"/>
                <hotspotChoice identifier="K" shape="default" coords=""/>
              </hotspotInteraction></itemBody></assessmentItem>""";

    private static String manifest(String... items) {
        StringBuilder resources = new StringBuilder();
        for (String item : items) {
            resources
                    .append("<resource identifier='")
                    .append(item.hashCode())
                    .append("' type='imsqti_item_xmlv2p1' href='")
                    .append(item)
                    .append("'/>");
        }
        return "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1' identifier='m'><resources>" + resources
                + "</resources></manifest>";
    }

    private static Source zip(Map<String, String> files) throws IOException {
        return zip(files, Map.of());
    }

    private static Source zip(Map<String, String> files, Map<String, byte[]> pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, byte[]> picture : new TreeMap<>(pictures).entrySet()) {
                zip.putNextEntry(new ZipEntry(picture.getKey()));
                zip.write(picture.getValue());
            }
        }
        return new Source("package.zip", out.toByteArray());
    }

    private static Incoming read(Map<String, String> files) throws IOException {
        return ((Read.Parsed<Incoming>) QtiPackage.read(zip(files))).value();
    }

    private static String refusal(Map<String, String> files) throws IOException {
        return ((Read.Unreadable<Incoming>) QtiPackage.read(zip(files)))
                .problems()
                .get(0)
                .toString();
    }

    @Test
    void items_of_several_versions_are_read_and_what_cannot_be_asked_is_named() throws IOException {
        Incoming read = read(Map.of(
                "imsmanifest.xml", manifest("items/q1.xml", "q2.xml", "q3.xml", "q4.xml"),
                "items/q1.xml", CHOICE_2,
                "q2.xml", MATCH_2,
                "q3.xml", NUMBER_3,
                "q4.xml", DRAWING,
                "media/map.png", "a picture"));

        assertThat(read.questions()).extracting(Incoming.Question::title).containsExactly("Capital", "Pairs", "Pi");
        Choice capital = (Choice) read.questions().get(0).question();
        assertThat(capital.prompt().html()).contains("data:image/png;base64,").contains("Which is the capital?");
        assertThat(capital.options())
                .extracting(option -> option.text().plain())
                .containsExactly("Lyon", "Paris");
        assertThat(capital.key()).isEqualTo("2");
        Match pairs = (Match) read.questions().get(1).question();
        assertThat(pairs.score(pairs.rightAnswer())).hasValue(1);
        assertThat(pairs.right()).extracting(option -> option.text().plain()).containsExactly("barks", "purrs");
        TextEntry pi = (TextEntry) read.questions().get(2).question();
        assertThat(pi.keys()).containsExactly(new TextEntry.Key("3.14", TextEntry.Matching.NUMBER, 0.01));
        assertThat(read.unsupported()).containsExactly(new Incoming.LeftOut("Draw a line", "drawingInteraction"));
    }

    private static Incoming picture(byte[] content) throws IOException {
        Source source =
                zip(Map.of("imsmanifest.xml", manifest("q5.xml"), "q5.xml", HOTSPOT), Map.of("media/map.png", content));
        return ((Read.Parsed<Incoming>) QtiPackage.read(source)).value();
    }

    @Test
    void places_on_a_picture_are_read_with_the_picture_as_the_item_measures_it() throws IOException {
        HotSpot heart = (HotSpot) picture(Pictures.png(4, 4)).questions().get(0).question();
        assertThat(heart.picture().words()).isEqualTo("a body");
        assertThat(heart.picture().width()).isEqualTo(40);
        assertThat(heart.picture().content()).isEqualTo(Pictures.png(4, 4));
        assertThat(heart.spots()).extracting(Spot::words).containsExactly("In the chest", "");
        assertThat(heart.spots().get(1).shape().form()).isEqualTo(Shape.Form.RECT);
        assertThat(heart.keys()).containsExactly("1");
        assertThat(heart.prompt().plain()).isEqualTo("Where is the heart?");
    }

    @Test
    void places_on_what_is_no_picture_are_named_and_left_out() throws IOException {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        Incoming read = picture(drawing);
        assertThat(read.questions()).isEmpty();
        assertThat(read.unsupported()).singleElement().satisfies(left -> {
            assertThat(left.title()).isEqualTo("Find the heart");
            assertThat(left.why()).contains("hotspotInteraction", "PNG, JPEG or GIF");
        });
    }

    @Test
    void a_package_without_a_manifest_or_an_item_says_which_file_is_missing() throws IOException {
        assertThat(refusal(Map.of("q1.xml", CHOICE_2)))
                .contains("imsmanifest.xml")
                .contains("not in the package");
        assertThat(refusal(Map.of("imsmanifest.xml", manifest("items/gone.xml"))))
                .contains("items/gone.xml");
    }

    @Test
    void a_broken_item_is_refused_with_its_file_and_line() throws IOException {
        assertThat(refusal(
                        Map.of("imsmanifest.xml", manifest("q1.xml"), "q1.xml", "<assessmentItem>\n<itemBody>\n</p>")))
                .contains("q1.xml, row 3")
                .contains("not well-formed");
    }

    @Test
    void entities_that_multiply_or_read_files_are_refused() throws IOException {
        String laughs =
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><assessmentItem>&b;</assessmentItem>";
        String reading = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><assessmentItem>&a;</assessmentItem>";
        for (String hostile : new String[] {laughs, reading}) {
            assertThat(refusal(Map.of("imsmanifest.xml", manifest("q1.xml"), "q1.xml", hostile)))
                    .contains("document type or entities");
            assertThat(refusal(Map.of("imsmanifest.xml", hostile))).contains("document type or entities");
        }
    }

    @Test
    void paths_that_lead_out_of_the_package_are_refused() throws IOException {
        for (String path : new String[] {"../q.xml", "/etc/passwd", "a/../../b", "c:\\q.xml"}) {
            assertThat(refusal(Map.of("imsmanifest.xml", manifest(), path, "x")))
                    .contains("leads out of it");
        }
    }

    @Test
    void an_archive_that_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
        String bomb = "0".repeat(PackedFiles.MOST_BYTES_OF_ONE + 1);
        Source source = zip(Map.of("imsmanifest.xml", manifest(), "bomb.xml", bomb));
        assertThat(source.content().length).isLessThan(100_000);
        assertThat(((Read.Unreadable<Incoming>) QtiPackage.read(source))
                        .problems()
                        .get(0)
                        .toString())
                .contains("unpacks to more than is taken");
    }
}
