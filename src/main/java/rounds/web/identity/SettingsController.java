package rounds.web.identity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.identity.People;
import rounds.identity.Profile;
import rounds.identity.ProfileDraft;
import rounds.identity.Self;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.search.RecentSearches;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;
import rounds.web.page.Preferring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// What a person says of herself, and how the pages look and speak for her.
@Controller("/settings")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SettingsController {
    /// Those that care here is given in most often.
    private static final List<String> LANGUAGES =
            List.of("en", "fr", "es", "pt", "de", "it", "ar", "pa", "zh", "uk", "cr", "iu");

    private final People people;
    private final RecentSearches searches;
    private final Pages pages;

    SettingsController(People people, RecentSearches searches, Pages pages) {
        this.people = people;
        this.searches = searches;
        this.pages = pages;
    }

    /// @param offered codes of languages to choose from
    /// @param keepsSearches whether what she searches for is kept for her
    public record SettingsPage(
            Self self,
            Filled filled,
            List<String> offered,
            List<String> timeZones,
            boolean keepsSearches) {}

    @Get
    HttpResponse<?> show(Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, null);
    }

    /// All of it at once: whoever changes something here and something there presses one button.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            people.settle(
                    person,
                    entered(form),
                    form.optional("language"),
                    form.optional("theme"),
                    form.line("timeZone"),
                    form.flag("shortcuts"),
                    form.flag("meanings"));
            return Preferring.forget(pages.goTo("/settings", "identity.settings.saved"));
        } catch (ProblemException refused) {
            var filled = Filled.refused(form, refused);
            return show(person, HttpStatus.UNPROCESSABLE_ENTITY, filled);
        }
    }

    private static ProfileDraft entered(Form form) {
        return new ProfileDraft(
                form.text("name"),
                form.line("handle"),
                form.line("profession"),
                form.line("organisation"),
                form.line("place"),
                form.text("about"),
                List.of(form.text("expertise").split("[,\n]")),
                List.of(form.text("emr").split("[,\n]")),
                form.all("languages"));
    }

    private HttpResponse<?> show(
            Viewer.SignedIn viewer, HttpStatus status, @Nullable Filled filled) {
        return HttpResponse.ok(
                pages.show(
                        viewer,
                        status,
                        "identity/settings",
                        () -> {
                            Self self = people.self(viewer);
                            return new SettingsPage(
                                    self,
                                    filled == null ? filled(people.own(viewer), self) : filled,
                                    LANGUAGES,
                                    TimeZones.offered(self.timeZone()),
                                    searches.keeps(viewer));
                        }));
    }

    private static Filled filled(Profile profile, Self self) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("name", List.of(profile.name()));
        fields.put("handle", List.of(profile.handle()));
        fields.put("profession", List.of(profile.profession()));
        fields.put("organisation", List.of(profile.organisation()));
        fields.put("place", List.of(profile.place()));
        fields.put("about", List.of(profile.about()));
        fields.put("expertise", List.of(String.join(", ", profile.expertise())));
        fields.put("emr", List.of(String.join(", ", profile.emr())));
        fields.put("languages", profile.languages());
        fields.put("language", List.of(Objects.requireNonNullElse(self.language(), "")));
        fields.put("theme", List.of(Objects.requireNonNullElse(self.theme(), "")));
        fields.put("timeZone", List.of(self.timeZone()));
        fields.put("shortcuts", List.of(self.shortcuts() ? "on" : ""));
        fields.put("meanings", List.of(self.meanings() ? "on" : ""));
        return Filled.of(new Form(fields));
    }
}
