package org.ownpath.exchange.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who signs messages and publishes the keys for them, and can do both wrongly. */
final class PaperTool implements AutoCloseable {

    private final HttpServer server;
    private final List<String> scores = new CopyOnWriteArrayList<>();
    private volatile RSAKey key = generated();
    private volatile boolean refuses;
    private volatile String registered = "";

    PaperTool() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext(
                "/token", exchange -> answer(exchange, refuses ? "{}" : "{\"access_token\":\"for an hour\"}"));
        server.createContext("/items", exchange -> {
            scores.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "{}");
        });
        server.createContext("/openid", exchange -> answer(exchange, configuration()));
        server.createContext("/register", exchange -> {
            registered = exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(
                    exchange,
                    "{\"client_id\":\"given by the system\",\"https://purl.imsglobal.org/spec/lti-tool-configuration\":"
                            + "{\"deployment_id\":\"seven\"}}");
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private String configuration() {
        return "{\"issuer\":\"" + at("") + "\",\"registration_endpoint\":\"" + at("/register")
                + "\",\"authorization_endpoint\":\"" + at("/authorize") + "\",\"token_endpoint\":\"" + at("/token")
                + "\",\"jwks_uri\":\"" + at("/keys") + "\"}";
    }

    /** What it was sent last to be registered: the header of access, and the wish. */
    String registered() {
        return registered;
    }

    /** Whether it gives nobody access to its grades. */
    void refuses(boolean so) {
        refuses = so;
    }

    /** The scores that it was sent, each with its address. */
    List<String> scores() {
        return scores;
    }

    String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    RSAKey key() {
        return key;
    }

    /** Signs with another key from now on, which is published at once. */
    void renewKey() {
        key = generated();
    }

    static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** A message that is in order, to be changed. */
    static JWTClaimsSet.Builder message(String from, String to) {
        return new JWTClaimsSet.Builder()
                .issuer(from)
                .subject(from)
                .audience(to)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            SignedJWT message = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            message.sign(new RSASSASigner(with));
            return message.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
