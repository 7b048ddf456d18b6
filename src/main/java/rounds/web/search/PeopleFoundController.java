package rounds.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.PeopleAsked;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// Who knows about something, works with an EMR or lives somewhere, of those with whom one shares a
/// community.
@Controller("/search/people")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleFoundController {
    private static final int PAGE = 30;

    private final Colleagues colleagues;
    private final SearchAllowance allowance;
    private final Pages pages;

    PeopleFoundController(Colleagues colleagues, SearchAllowance allowance, Pages pages) {
        this.colleagues = colleagues;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get
    Page find(
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String profession,
            @QueryValue(defaultValue = "") String expertise,
            @QueryValue(defaultValue = "") String emr,
            @QueryValue(defaultValue = "") String place,
            @QueryValue @Nullable String after,
            HttpRequest<?> request,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(person, request);
        var asked = new PeopleAsked(q, profession, expertise, emr, place);
        return pages.show(
                person,
                "search/people",
                () -> {
                    Slice<Colleague> found = colleagues.found(person, asked, after, PAGE);
                    return new PeopleFoundPage(
                            asked,
                            colleagues.count(person, asked),
                            found.items(),
                            found.next() == null ? null : at(asked, found.next()));
                });
    }

    private static String at(PeopleAsked asked, String next) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", asked.words());
        fields.put("profession", asked.profession());
        fields.put("expertise", asked.expertise());
        fields.put("emr", asked.emr());
        fields.put("place", asked.place());
        fields.put("after", next);
        return "/search/people?"
                + fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
