package org.ownpath.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ContentCheckTest {

    private static final byte[] PROGRAM = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF};

    private static final Map<String, byte[]> TRUE = Map.of(
            "essay.pdf", "%PDF-1.7 and more".getBytes(UTF_8),
            "bridge.PNG", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0},
            "bridge.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0},
            "voice.webm", new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 0},
            "voice.wav", "RIFF1234WAVE".getBytes(UTF_8),
            "song.mp3", new byte[] {(byte) 0xFF, (byte) 0xFB, 0, 0},
            "film.mp4", new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'},
            "notes.txt", "Mañana".getBytes(UTF_8));

    private static Optional<String> problem(String name, byte[] content) {
        try {
            return ContentCheck.problem(name, () -> new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<a/>".getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void every_kind_that_is_taken_is_looked_at() {
        assertThat(Artifacts.TYPES.keySet()).allMatch(ContentCheck::knows);
    }

    @Test
    void a_file_that_is_what_its_name_says_is_taken() {
        TRUE.forEach(
                (name, content) -> assertThat(problem(name, content)).as(name).isEmpty());
        assertThat(problem("essay.docx", zip("[Content_Types].xml", "word/document.xml")))
                .isEmpty();
        assertThat(problem("essay.odt", zip("mimetype", "content.xml"))).isEmpty();
    }

    @Test
    void a_program_under_any_name_is_refused() {
        for (String ending : Artifacts.TYPES.keySet()) {
            assertThat(problem("homework." + ending, PROGRAM))
                    .as(ending)
                    .hasValueSatisfying(why -> assertThat(why).contains("is not what its name says"));
        }
    }

    @Test
    void one_kind_under_the_name_of_another_is_refused() {
        for (String ending : List.of("pdf", "jpg", "docx", "mp4", "webm")) {
            assertThat(problem("bridge." + ending, "<html><script>alert(1)</script>".getBytes(UTF_8)))
                    .as(ending)
                    .isPresent();
        }
        assertThat(problem("essay.docx", zip("xl/workbook.xml"))).isPresent();
    }

    @Test
    void a_document_with_a_macro_or_that_unpacks_without_end_is_refused() throws IOException {
        assertThat(problem("essay.docx", zip("word/document.xml", "word/vbaProject.bin")))
                .hasValueSatisfying(why -> assertThat(why).contains("macro"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 210; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertThat(problem("essay.docx", bytes.toByteArray()))
                .hasValueSatisfying(why -> assertThat(why).contains("unpacks to more"));
    }
}
