package org.ownpath.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the world reaches this installation: {@code ownpath.address}, from OWNPATH_ADDRESS. */
@Component
public final class HomeAddress {

    private final String address;

    HomeAddress(@Value("${ownpath.address:http://localhost:${server.port}}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** The whole address of one of its pages, by a path that begins with a slash. */
    public String of(String path) {
        return address + path;
    }

    /** Without a slash at its end. */
    @Override
    public String toString() {
        return address;
    }
}
