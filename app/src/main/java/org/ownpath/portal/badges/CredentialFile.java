package org.ownpath.portal.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.ownpath.credential.Award;
import org.ownpath.exchange.badges.Issuing;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** An award as a file: JSON, a signed token, or the badge's picture with the token inside. */
final class CredentialFile {

    private CredentialFile() {}

    /** By the ending of the address that was asked for. */
    static ResponseEntity<String> of(HttpServletRequest asked, Award award, Issuing issuing) {
        String ending = asked.getRequestURI().replaceFirst(".*\\.", "");
        String content = switch (ending) {
            case "jwt" -> issuing.of(award).token();
            case "svg" -> issuing.picture(award);
            default -> issuing.of(award).document();
        };
        String type = switch (ending) {
            case "jwt" -> "application/vc+jwt";
            case "svg" -> "image/svg+xml";
            default -> "application/json";
        };
        String name = award.title().replaceAll("[^\\p{L}\\p{N} -]", "") + "." + ending;
        return ResponseEntity.ok()
                .header("Content-Type", type + ";charset=UTF-8")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(content);
    }
}
