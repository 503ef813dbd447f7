package org.ownpath.exchange.qti;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.shared.CompetencyId;

/**
 * The manifest of a package: which items there are, and what each is about.
 *
 * @param codes what the framework calls a competency; may be empty
 */
record QtiManifest(Function<CompetencyId, String> codes) {

    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="ownpath-bank">
              <metadata>
                <schema>QTI Package</schema>
                <schemaversion>3.0.0</schemaversion>
                <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string>%s</string></title></general></lom>
              </metadata>
              <organizations/>
              <resources>
            """;

    private static final String RESOURCE = """
                <resource identifier="%1$s" type="imsqti_item_xmlv3p0" href="%2$s">
                  <metadata>
                    <lom xmlns="http://ltsc.ieee.org/xsd/LOM"><educational>
                      <difficulty><source>LOMv1.0</source><value>%3$s</value></difficulty>
                      <description><string>%4$s</string></description>
                    </educational></lom>
                    <curriculumStandardsMetadataSet xmlns="http://www.imsglobal.org/xsd/imscsmd_v1p0">
                      <curriculumStandardsMetadata><setOfGUIDs><labelledGUID>
                        <label>%5$s</label><GUID>%6$s</GUID>
                      </labelledGUID></setOfGUIDs></curriculumStandardsMetadata>
                    </curriculumStandardsMetadataSet>
                  </metadata>
                  <file href="%2$s"/>%7$s
                </resource>
            """;

    static String path(Item item) {
        return "items/" + identifier(item) + ".xml";
    }

    /** Where the picture of a question goes, if it has one of its own. */
    static Optional<String> picturePath(Item item) {
        return item.content().question() instanceof HotSpot question
                ? Optional.of("items/" + pictureFile(identifier(item), question.picture()))
                : Optional.empty();
    }

    /** As the question beside it names it. */
    static String pictureFile(String identifier, Picture picture) {
        return identifier + "." + picture.format();
    }

    static String identifier(Item item) {
        return "i-" + item.id();
    }

    String of(String title, List<Item> items) {
        return BEGIN.formatted(QtiItemWriter.text(title))
                + items.stream().map(this::resource).collect(Collectors.joining())
                + "  </resources>\n</manifest>\n";
    }

    private String resource(Item item) {
        return RESOURCE.formatted(
                identifier(item),
                path(item),
                Lom.words(Item.Difficulty.nearest(item.strength().curve().difficulty())),
                item.content().depth().words(),
                QtiItemWriter.text(codes.apply(item.content().competency())),
                item.content().competency(),
                picturePath(item).map(path -> "<file href=\"" + path + "\"/>").orElse(""));
    }
}
