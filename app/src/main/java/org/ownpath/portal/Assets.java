package org.ownpath.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/** Addresses of static files that change with their content, so that browsers may keep them. */
@Component
class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String path) {
        return addresses.computeIfAbsent(path, Assets::versioned);
    }

    private static String versioned(String path) {
        try (InputStream content = Assets.class.getResourceAsStream("/static" + path)) {
            if (content == null) {
                return path;
            }
            CRC32 sum = new CRC32();
            sum.update(content.readAllBytes());
            return path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
