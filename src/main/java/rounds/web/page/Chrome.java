package rounds.web.page;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.web.Signboard;
import rounds.web.security.Csrf;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// What the frame of a page knows beside the page's own record: who asks, in which language and
/// light, from where, and the token of its forms.
@Singleton
final class Chrome {
    private final Signboard site;
    private final Csrf csrf;
    private final Theme theme;
    private final ZoneId home;

    Chrome(Signboard site, Csrf csrf, Theme theme) {
        this.site = site;
        this.csrf = csrf;
        this.theme = theme;
        this.home = ZoneId.of(site.timeZone());
    }

    /// The bytes of the page; sets the cookies that it needs on the response.
    byte[] render(Page page, HttpRequest<?> request, MutableHttpResponse<?> response) {
        Language language = language(page.me(), request);
        Map<String, @Nullable Object> model = new HashMap<>();
        var reader = new Reader(language, zone(page.me()));
        model.put(Reader.NAME, reader);
        model.put("page", page.page());
        model.put("refused", refused(page));
        model.put("site", site);
        model.put("me", page.me());
        model.put("csrf", token(request, response));
        model.put("lang", language.code());
        model.put("light", light(page.me(), request));
        model.put("keys", keys(page.me(), request));
        model.put("path", request.getPath());
        model.put("here", here(page, request));
        model.put("flash", flash(request, response));
        return theme.render(page.template(), model, reader);
    }

    /// What she chose wherever she signs in, else what this device was switched to, else what the
    /// browser prefers.
    static Language language(@Nullable Me me, HttpRequest<?> request) {
        Language chosen = me == null ? null : Language.of(me.language());
        if (chosen == null) {
            chosen = Language.of(cookie(request, Preferences.LANGUAGE));
        }
        return chosen != null
                ? chosen
                : Language.accepted(request.getHeaders().get("Accept-Language"));
    }

    private static @Nullable Filled refused(Page page) {
        return page.status() == HttpStatus.UNPROCESSABLE_ENTITY ? Refusal.in(page.page()) : null;
    }

    /// Where she comes back to after a switch: this page, or home when it cannot be asked for
    /// again.
    private static String here(Page page, HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.GET) {
            return request.getUri().toString();
        }
        return page.page() instanceof Addressed addressed ? addressed.path() : "/";
    }

    private ZoneId zone(@Nullable Me me) {
        return me == null ? home : ZoneId.of(me.timeZone());
    }

    private static @Nullable String light(@Nullable Me me, HttpRequest<?> request) {
        String kept = me == null ? null : me.theme();
        if (kept == null) {
            kept = cookie(request, Preferences.LIGHT);
        }
        return "light".equals(kept) || "dark".equals(kept) ? kept : null;
    }

    private static boolean keys(@Nullable Me me, HttpRequest<?> request) {
        String kept = cookie(request, Preferences.KEYS);
        return kept == null ? me == null || me.shortcuts() : !kept.equals("off");
    }

    private String token(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String subject = csrf.subject(request);
        if (subject == null) {
            String visit = RandomText.next();
            response.cookie(csrf.cookie(visit));
            subject = Csrf.visit(visit);
        }
        return csrf.token(subject);
    }

    private @Nullable String flash(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String key = Flash.of(request, theme.messages());
        if (key != null) {
            response.cookie(Flash.none());
        }
        return key;
    }

    private static @Nullable String cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse(null);
    }
}
