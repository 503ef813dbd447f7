package org.ownpath.portal.badges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.exchange.badges.Verdict;
import org.ownpath.exchange.badges.Verification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where anybody finds out whether a badge or a record is real, whoever issued it. */
@Controller
class VerifyPage {

    private final Verification verification;

    VerifyPage(Verification verification) {
        this.verification = verification;
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @GetMapping("/verify")
    String ask(Model model) {
        return page(Optional.empty(), model);
    }

    @Allows(Permission.CHECK_CREDENTIALS)
    @PostMapping("/verify")
    String verify(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) Optional<MultipartFile> file,
            Model model)
            throws IOException {
        model.addAttribute("text", text.length() > Verification.MOST_BYTES ? "" : text);
        model.addAttribute("address", address);
        return page(Optional.of(verdict(text, address, file.filter(given -> !given.isEmpty()))), model);
    }

    private Verdict verdict(String text, String address, Optional<MultipartFile> file) throws IOException {
        if (file.isPresent()) {
            return file.get().getSize() > Verification.MOST_BYTES
                    ? new Verdict.Unreadable("The file is larger than 4 MB, which no credential is.")
                    : verification.of(new String(file.get().getBytes(), StandardCharsets.UTF_8));
        }
        return address.isBlank() ? verification.of(text) : verification.at(address);
    }

    private static String page(Optional<Verdict> verdict, Model model) {
        model.addAttribute("verdict", verdict);
        return "portal/badges/verify";
    }
}
