package org.ownpath;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The running product. {@link org.ownpath.launch.Main} starts it. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class OwnpathApplication {}
