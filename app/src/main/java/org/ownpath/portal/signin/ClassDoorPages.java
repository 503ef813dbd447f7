package org.ownpath.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.signin.Badge;
import org.ownpath.access.signin.ClassDoor;
import org.ownpath.access.signin.Picture;
import org.ownpath.portal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a card of the class: the code, the picture that is mine, three pictures to tap. */
@Controller
class ClassDoorPages {

    private final ClassDoor door;

    ClassDoorPages(ClassDoor door) {
        this.door = door;
    }

    @Allows(Permission.COME_IN)
    @GetMapping("/sign-in/class")
    String code(@RequestParam(defaultValue = "") String code, Model model) {
        String plain = code.strip();
        if (!plain.isEmpty() && !door.badges(plain).isEmpty()) {
            return "redirect:/sign-in/class/" + plain;
        }
        model.addAttribute("code", plain);
        return "portal/signin/class-code";
    }

    /** Without a picture: which is mine? With one: which do I tap? */
    @Allows(Permission.COME_IN)
    @GetMapping("/sign-in/class/{code:[A-Za-z2-9]{6}}")
    String pictures(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String mine,
            HttpServletResponse response,
            Model model) {
        List<Badge> badges = door.badges(code);
        if (badges.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("code", code);
            return "portal/signin/class-code";
        }
        Optional<Badge> chosen = badge(badges, mine);
        model.addAttribute("code", code);
        model.addAttribute("badges", badges);
        return chosen.isEmpty()
                ? "portal/signin/class"
                : tapping(new ClassDoor.Shown(code, chosen.get(), List.of()), "", model);
    }

    @Allows(Permission.COME_IN)
    @PostMapping("/sign-in/class/{code:[A-Za-z2-9]{6}}")
    String tap(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String mine,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String picture,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Badge> chosen = badge(door.badges(code), mine);
        if (chosen.isEmpty()) {
            throw new NotFound("That card opens nothing any more. Ask your teacher for a new one.");
        }
        List<Picture> taps = new ArrayList<>(Picture.read(before));
        Picture.called(picture).ifPresent(taps::add);
        ClassDoor.Shown shown = new ClassDoor.Shown(code, chosen.get(), taps);
        if (shown.goesOn()) {
            return tapping(shown, "", model);
        }
        ClassDoor.Tapped tapped = door.tap(shown, request, response);
        if (tapped instanceof ClassDoor.Tapped.In) {
            return "redirect:/";
        }
        String words = tapped instanceof ClassDoor.Tapped.Wait wait
                ? "Take a break. Try again in " + wait.minutes() + " minutes, or ask your teacher."
                : "Those are not the pictures on your card. Look at your card and try again.";
        return tapping(new ClassDoor.Shown(code, chosen.get(), List.of()), words, model);
    }

    private static String tapping(ClassDoor.Shown shown, String problem, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("problem", problem);
        return "portal/signin/class-taps";
    }

    private static Optional<Badge> badge(List<Badge> badges, String words) {
        return badges.stream().filter(badge -> badge.words().equals(words)).findFirst();
    }
}
