package rounds.platform.mail;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Where mail is handed over: `smtp://user:password@host:587` or `smtps://…`.
record SmtpServer(
        boolean tls, String host, int port, @Nullable String user, @Nullable String password) {
    private static final String PATIENCE_MS = "30000";

    static SmtpServer of(URI uri) {
        boolean tls = "smtps".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
        String login = uri.getRawUserInfo();
        if (login == null) {
            return new SmtpServer(tls, uri.getHost(), port, null, null);
        }
        String[] parts = login.split(":", 2);
        return new SmtpServer(
                tls,
                uri.getHost(),
                port,
                decoded(parts[0]),
                parts.length == 2 ? decoded(parts[1]) : "");
    }

    String protocol() {
        return tls ? "smtps" : "smtp";
    }

    /// With TLS wherever the server offers it, and not without it where a password is sent, except
    /// to this same machine.
    Properties properties() {
        String prefix = "mail." + protocol() + ".";
        var properties = new Properties();
        properties.put("mail.transport.protocol", protocol());
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", String.valueOf(port));
        properties.put(prefix + "auth", String.valueOf(user != null));
        properties.put(prefix + "connectiontimeout", PATIENCE_MS);
        properties.put(prefix + "timeout", PATIENCE_MS);
        properties.put(prefix + "writetimeout", PATIENCE_MS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", String.valueOf(user != null && !local()));
        return properties;
    }

    private boolean local() {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port;
    }
}
