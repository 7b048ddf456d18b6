package rounds.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/// A conversation with the mail server: one connection for many mails.
final class Smtp implements AutoCloseable {
    private static final String UTF8 = StandardCharsets.UTF_8.name();

    private final SmtpServer server;
    private final Session session;
    private final InternetAddress from;
    private @Nullable Transport transport;
    private @Nullable MessagingException unreachable;

    Smtp(SmtpServer server, String siteName, String from) {
        this.server = server;
        this.session = Session.getInstance(server.properties());
        try {
            this.from = new InternetAddress(from, siteName, UTF8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void send(Mail mail) throws MessagingException {
        MimeMessage message = message(mail);
        open().sendMessage(message, message.getAllRecipients());
    }

    /// The message has exactly one recipient: the row's, whatever it looks like.
    MimeMessage message(Mail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(mail.recipient()));
        message.setSubject(PlainText.line(mail.subject()), UTF8);
        message.setSentDate(Date.from(mail.madeAt()));
        message.setText(mail.body(), UTF8);
        message.setHeader("Content-Language", mail.language());
        // No holiday notices in return.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(String address) throws MessagingException {
        var recipient = new InternetAddress(address, true);
        if (!address.equals(recipient.getAddress())) {
            throw new MessagingException("Not one plain address.");
        }
        return recipient;
    }

    private Transport open() throws MessagingException {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            open = session.getTransport(server.protocol());
            connect(open);
            transport = open;
        }
        return open;
    }

    // A server that did not answer is not asked again for each mail of the batch.
    private void connect(Transport transport) throws MessagingException {
        if (unreachable != null) {
            throw unreachable;
        }
        try {
            transport.connect(server.user(), server.password());
        } catch (MessagingException failed) {
            unreachable = failed;
            throw failed;
        }
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException _) {
                // The mails before it were accepted; nothing depends on a polite goodbye.
            }
        }
    }
}
