package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Accounts;
import org.ownpath.exchange.Errand;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiKeys;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells systems how students stand in what they link to, seconds after it has changed (Assignment and Grade Services). What
 * is to be told is noted together with the judgement; what fails is tried again, later each time.
 */
@Component
class Returns implements DisposableBean {

    private static final int AT_ONCE = 50;
    private static final int MOST_TRIES = 8;
    private static final int LARGEST = 64 * 1024;

    private final ReturnRows rows;
    private final PlatformRows platforms;
    private final Mastery mastery;
    private final Frameworks frameworks;
    private final LtiKeys keys;
    private final OutsideCalls calls;
    private final Clock clock;
    private final Errand errand;

    Returns(
            ReturnRows rows,
            PlatformRows platforms,
            Mastery mastery,
            Frameworks frameworks,
            LtiKeys keys,
            OutsideCalls calls,
            Accounts accounts,
            Clock clock) {
        this.rows = rows;
        this.platforms = platforms;
        this.mastery = mastery;
        this.frameworks = frameworks;
        this.keys = keys;
        this.calls = calls;
        this.clock = clock;
        this.errand = new Errand("lti-returns", accounts, this::tellOfThoseDue);
    }

    @Override
    public void destroy() {
        errand.close();
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 5000)
    void look() {
        errand.go();
    }

    private void tellOfThoseDue() {
        rows.due(clock.instant(), AT_ONCE).forEach(this::tell);
    }

    private void tell(ReturnRows.Due due) {
        ReturnRows.Wanted wanted = due.wanted();
        Instant asOf = clock.instant();
        Curriculum curriculum = frameworks.curriculum();
        Optional<Competency> competency = curriculum.competency(wanted.competency());
        Optional<Standing> standing = mastery.of(List.of(wanted.student()), List.of(wanted.competency())).stream()
                .filter(found -> found.value().isPresent())
                .findFirst();
        if (competency.isEmpty() || standing.isEmpty()) {
            rows.told(wanted, due.told(), asOf);
            return;
        }
        Scale scale = curriculum.scaleOf(competency.get());
        double value = standing.get().value().getAsDouble();
        String words = competency.get().title() + ": " + scale.reached(value).name();
        if (words.equals(due.told())) {
            rows.told(wanted, words, asOf);
            return;
        }
        platforms
                .find(wanted.platform())
                .flatMap(platform -> problem(platform.described(), wanted, score(wanted, scale, value, asOf)))
                .ifPresentOrElse(
                        why -> rows.failed(wanted, why, again(due.tries(), asOf)),
                        () -> rows.told(wanted, words, asOf));
    }

    private static Optional<Instant> again(int tries, Instant now) {
        return tries + 1 < MOST_TRIES ? Optional.of(now.plus(Duration.ofSeconds(5L << (2 * tries)))) : Optional.empty();
    }

    private static String score(ReturnRows.Wanted wanted, Scale scale, double value, Instant now) {
        boolean mastered = value >= scale.mastery();
        ObjectNode score = StrictJson.empty();
        score.put("userId", wanted.subject());
        score.put("timestamp", now.toString());
        score.put("scoreGiven", value);
        score.put("scoreMaximum", scale.highest());
        score.put("activityProgress", mastered ? "Completed" : "InProgress");
        score.put("gradingProgress", "FullyGraded");
        score.put("comment", scale.reached(value).name());
        return score.toString();
    }

    /** Sends a score; why not, if it does not arrive. */
    private Optional<String> problem(Platform.Described platform, ReturnRows.Wanted wanted, String score) {
        OutsideCalls.Answer access = calls.make(
                new OutsideCalls.Call(
                        "POST",
                        platform.addresses().token(),
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                        form(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_assertion_type",
                                Lti.ASSERTION,
                                "client_assertion",
                                assertion(platform),
                                "scope",
                                Lti.SCOPE_SCORES))),
                LARGEST);
        Optional<String> token = text(access)
                .flatMap(StrictJson::object)
                .map(answer -> answer.path("access_token").asString(""))
                .filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            return Optional.of("It gave no access to its grades. " + why(access));
        }
        OutsideCalls.Answer sent = calls.make(
                new OutsideCalls.Call(
                        "POST",
                        scores(wanted.lineItem()),
                        Map.of(
                                "Content-Type",
                                "application/vnd.ims.lis.v1.score+json",
                                "Authorization",
                                "Bearer " + token.get()),
                        score),
                LARGEST);
        return text(sent).isPresent() ? Optional.empty() : Optional.of("It did not take it. " + why(sent));
    }

    /** A line item may have a query, which stays behind the path. */
    private static String scores(String lineItem) {
        int query = lineItem.indexOf('?');
        return query < 0 ? lineItem + "/scores" : lineItem.substring(0, query) + "/scores" + lineItem.substring(query);
    }

    private String assertion(Platform.Described platform) {
        Instant now = clock.instant();
        return keys.signed(new JWTClaimsSet.Builder()
                .issuer(platform.identity().client())
                .subject(platform.identity().client())
                .audience(platform.addresses().token())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> text(OutsideCalls.Answer answer) {
        return answer instanceof OutsideCalls.Answer.Came came && came.good()
                ? Optional.of(came.text())
                : Optional.empty();
    }

    private static String why(OutsideCalls.Answer answer) {
        return answer instanceof OutsideCalls.Answer.None none
                ? none.why()
                : "It answered with status " + ((OutsideCalls.Answer.Came) answer).status() + ".";
    }
}
