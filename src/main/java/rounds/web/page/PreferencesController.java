package rounds.web.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.forum.Reading;
import rounds.forum.View;
import rounds.identity.People;
import rounds.kernel.Viewer;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/// The switches on every page: language, light or dark, keys of one letter; and the order of
/// discussions. Kept in a cookie of this device, so that it holds when nobody is signed in; and,
/// but for the keys, in the account of who is, so that it follows her to other devices and into her
/// mails.
@Controller("/preferences")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PreferencesController {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Set<String> ORDERS = Set.of(View.TREE.code(), View.TIME.code());

    private static final Set<String> SWITCH = Set.of("on", "off");

    private final People people;
    private final Reading reading;
    private final Signboard site;

    PreferencesController(People people, Reading reading, Signboard site) {
        this.people = people;
        this.reading = reading;
        this.site = site;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<?> choose(Form form, Viewer viewer) {
        if (viewer instanceof Viewer.SignedIn person) {
            people.switchTo(person, form.optional("lang"), form.optional("light"));
            if (ORDERS.contains(form.line(Preferences.ORDER))) {
                reading.keepOrder(person, View.of(form.line(Preferences.ORDER)));
            }
        }
        MutableHttpResponse<?> response =
                HttpResponse.seeOther(URI.create(ReturnPath.of(form.optional("next"))));
        keep(response, Preferences.LANGUAGE, form, Set.of("en", "fr"));
        keep(response, Preferences.LIGHT, form, Set.of("light", "dark"));
        keep(response, Preferences.KEYS, form, SWITCH);
        keep(response, Preferences.ORDER, form, ORDERS);
        return form.flag("tell") && SWITCH.contains(form.line(Preferences.KEYS))
                ? response.cookie(Flash.cookie("about.keyboard." + form.line(Preferences.KEYS)))
                : response;
    }

    private void keep(
            MutableHttpResponse<?> response, String name, Form form, Set<String> choices) {
        String choice = form.line(name);
        if (choices.contains(choice)) {
            response.cookie(
                    Cookie.of(name, choice)
                            .path("/")
                            .httpOnly(true)
                            .secure(site.secure())
                            .sameSite(SameSite.Lax)
                            .maxAge(KEPT));
        }
    }
}
