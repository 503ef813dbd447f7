package org.ownpath.exchange.xapi.cmi5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A course package that is made for a test: a block of two units that ask to be passed, and one that asks for nothing. */
public final class PaperCourse {

    private static final String STRUCTURE = """
            <?xml version="1.0" encoding="utf-8"?>
            <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
              <course id="https://publisher.example/%1$s">
                <title><langstring lang="de">Teile</langstring><langstring lang="en-US"> Parts %1$s </langstring></title>
                <description><langstring lang="en-US">Parts of a whole.</langstring></description>
              </course>
              <objectives><objective id="https://publisher.example/%1$s/o1"><title><langstring>Compare parts</langstring></title>
                <description><langstring>-</langstring></description></objective></objectives>
              <block id="https://publisher.example/%1$s/b1">
                <title><langstring>Practice</langstring></title><description><langstring>-</langstring></description>
                <objectives><objective idref="https://publisher.example/%1$s/o1"/></objectives>
                <au id="https://publisher.example/%1$s/u1" moveOn="Passed" masteryScore="0.8" launchMethod="OwnWindow">
                  <title><langstring>Halves %1$s</langstring></title><description><langstring>Two parts.</langstring></description>
                  <objectives><objective idref="https://publisher.example/%1$s/o1"/></objectives>
                  <url> index.html?level=1#start </url>
                  <launchParameters>{"level": 1}</launchParameters><entitlementKey>key of the school</entitlementKey>
                </au>
                <au id="https://publisher.example/%1$s/u2" moveOn="%2$s">
                  <title><langstring>Thirds %1$s</langstring></title><description><langstring>Three parts.</langstring></description>
                  <url>index.html</url>
                </au>
              </block>
              <au id="https://publisher.example/%1$s/u3"><title><langstring>More to read</langstring></title>
                <description><langstring>Who likes.</langstring></description><url>more/index.html</url></au>
            </courseStructure>
            """;

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>A unit</title><script src="cmi5.js"></script>
            <script type="module" src="unit.js"></script></head>
            <body><main><h1>A unit</h1><button id="right">The right answer</button><p id="said" role="status"></p></main></body></html>
            """;

    /** What the unit does with the public library: it begins, is passed at the click, ends, and goes back. */
    private static final String SCRIPT = """
            const said = document.getElementById("said");
            const unit = new Cmi5();
            window.reached = (() => { try { return document.cookie + parent.document.cookie + localStorage.length; } catch (refused) { return "nothing"; } })();
            unit.initialize().then(() => { said.textContent = "begun as " + unit.getLaunchData().launchMode; },
              why => { said.textContent = "failed " + why; });
            document.getElementById("right").addEventListener("click", async () => {
              await unit.pass({ scaled: 1 });
              await unit.complete();
              await unit.terminate();
              location.href = unit.getLaunchData().returnURL;
            });
            """;

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> files = new LinkedHashMap<>();

    /** One whose second unit asks for this. */
    public PaperCourse(String moveOnOfTheSecond) {
        files.put("cmi5.xml", STRUCTURE.formatted(name, moveOnOfTheSecond));
        files.put("index.html", PAGE);
        files.put("unit.js", SCRIPT);
        files.put("more/index.html", PAGE);
    }

    /** The same with another file. */
    public PaperCourse with(String path, String content) {
        files.put(path, content);
        return this;
    }

    public String name() {
        return name;
    }

    /** By which its publisher knows something of it. */
    public String id(String part) {
        return "https://publisher.example/" + name + part;
    }

    public String structure() {
        return files.getOrDefault("cmi5.xml", "");
    }

    /** The package. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
