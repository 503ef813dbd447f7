package org.ownpath.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.shared.OpenNetwork;

class FromAddressTest {

    private HttpServer publisher;

    @BeforeEach
    void open() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/package", exchange -> {
            byte[] body = "{\"CFDocument\": {}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        publisher.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/package");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        publisher.start();
    }

    @AfterEach
    void close() {
        publisher.stop(0);
    }

    private String at(String path) {
        return "http://localhost:" + publisher.getAddress().getPort() + path;
    }

    private static String why(Read<byte[]> fetched) {
        return ((Read.Unreadable<byte[]>) fetched).problems().get(0).toString();
    }

    @Test
    void a_package_is_fetched_where_its_network_is_allowed() {
        Read<byte[]> fetched = new FromAddress(true).fetch(at("/package"));
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Read.Parsed.class,
                        parsed -> assertThat(new String((byte[]) parsed.value(), StandardCharsets.UTF_8))
                                .contains("CFDocument"));
    }

    @Test
    void an_address_inside_a_private_network_is_not_asked() {
        assertThat(why(new FromAddress(false).fetch(at("/package")))).contains("private network");
        assertThat(why(new FromAddress(false).fetch("http://10.0.0.7/package"))).contains("private network");
        assertThat(why(new FromAddress(false).fetch("http://[::1]/package"))).contains("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "fe80::1",
                "fd00::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "ff02::1"
            })
    void what_is_reserved_or_leads_inside_counts_as_private(String address) throws Exception {
        assertThat(OpenNetwork.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
    void what_is_given_out_to_anybody_does_not(String address) throws Exception {
        assertThat(OpenNetwork.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThat(why(new FromAddress(true).fetch(at("/moved")))).contains("status 302");
    }

    @Test
    void what_is_no_address_of_the_web_is_told() {
        assertThat(why(new FromAddress(true).fetch("file:///etc/hosts"))).contains("https://");
        assertThat(why(new FromAddress(true).fetch("not an address"))).contains("https://");
    }
}
