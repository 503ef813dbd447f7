package org.ownpath.messages;

import org.ownpath.access.HomeAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** How e-mails leave, from OWNPATH_MAIL_HOST, _PORT, _USER, _PASSWORD, _FROM, _TLS; and OWNPATH_ADDRESS, where links lead. */
@Component
class MailSettings {

    private static final String TIMEOUT_MILLIS = "20000";

    private final String from;
    private final String address;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailSettings(
            @Value("${ownpath.mail.host:}") String host,
            @Value("${ownpath.mail.port:587}") int port,
            @Value("${ownpath.mail.from:ownpath@localhost}") String from,
            HomeAddress address) {
        sender.setHost(host);
        sender.setPort(port);
        this.from = from;
        this.address = address.toString();
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + name, TIMEOUT_MILLIS);
        }
    }

    @Autowired
    void signIn(
            @Value("${ownpath.mail.user:}") String user,
            @Value("${ownpath.mail.password:}") String password,
            @Value("${ownpath.mail.tls:true}") boolean tls) {
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
            sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        }
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", String.valueOf(tls));
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", String.valueOf(tls));
    }

    /** Whether there is a server to send by; without one, e-mails are kept here and can be looked at. */
    boolean sends() {
        return sender.getHost() != null && !sender.getHost().isEmpty();
    }

    String from() {
        return from;
    }

    String address() {
        return address;
    }

    JavaMailSenderImpl sender() {
        return sender;
    }
}
