package org.ownpath.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CompressedTest {

    @Property(tries = 100)
    void what_is_read_is_what_was_written(@ForAll @IntRange(min = 2048, max = 300_000) int length, @ForAll long seed)
            throws IOException {
        byte[] page = bytes(length, seed);
        byte[] sent = Objects.requireNonNull(Compressed.forReader(reading("gzip, deflate, br"), page));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
                .isEqualTo(page);
        assertThat(sent.length).isLessThan(page.length);
    }

    @Test
    void who_does_not_read_it_is_sent_the_page_as_it_is() throws IOException {
        byte[] page = bytes(5000, 1);
        assertThat(Compressed.forReader(new MockHttpServletRequest(), page)).isNull();
        assertThat(Compressed.forReader(reading("br, identity"), page)).isNull();
        assertThat(Compressed.forReader(reading("gzip;q=0, br"), page)).isNull();
        assertThat(Compressed.forReader(reading("br;q=1, GZIP;q=0.5"), page)).isNotNull();
    }

    @Test
    void a_few_bytes_are_sent_as_they_are() throws IOException {
        assertThat(Compressed.forReader(reading("gzip"), bytes(2047, 1))).isNull();
    }

    private static MockHttpServletRequest reading(String codings) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", codings);
        return request;
    }

    /** Bytes as unlike each other as those of a text. */
    private static byte[] bytes(int length, long seed) {
        Random letters = new Random(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + letters.nextInt(26));
        }
        return bytes;
    }
}
