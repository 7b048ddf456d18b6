package rounds.web.search;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.mail.Wording;
import rounds.search.Inside;
import rounds.search.Passage;
import rounds.search.SearchRequest;
import rounds.web.page.Form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells a page that was opened from a search which of its own words were asked for, by the rules
/// of the search. The page marks them itself; nothing is learned here that was not sent.
@Controller("/search/marks")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class MarksController {
    /// Letters; more words than fit into them stand on no page.
    private static final int FARTHEST = 100_000;

    /// In more languages than these no page is written.
    private static final int MOST_LANGUAGES = 20;

    private static final List<String> SAID =
            List.of("label", "none", "one", "previous", "next", "results", "stop");

    private final Inside inside;
    private final SearchAllowance allowance;
    private final Wording wording;

    MarksController(Inside inside, SearchAllowance allowance, Wording wording) {
        this.inside = inside;
        this.allowance = allowance;
        this.wording = wording;
    }

    /// @param words those that are to be marked, as they were sent
    /// @param says what the page says of them, with `{n}` and `{m}` for its own figures
    @Serdeable
    record Marks(Set<String> words, Map<String, String> says) {}

    /// Its fields: `q`, `aloud` (the language of the page), and for each language of its texts
    /// `lang` and `words` (one a line).
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Marks mark(Form form, HttpRequest<?> request, Viewer viewer) {
        allowance.take(viewer, request);
        String q = form.line("q");
        if (q.length() > SearchRequest.LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", SearchRequest.LONGEST_QUERY);
        }
        List<String> languages = form.all("lang");
        List<String> texts = form.all("words");
        var found = new LinkedHashSet<String>();
        int most = Math.min(MOST_LANGUAGES, Math.min(languages.size(), texts.size()));
        for (int at = 0; at < most; at++) {
            String words = texts.get(at);
            Inside.Wanted wanted = inside.wanted(q, languages.get(at));
            wanted
                    .marked(words.substring(0, Math.min(words.length(), FARTHEST)))
                    .segments()
                    .stream()
                    .filter(Passage.Segment::marked)
                    .map(Passage.Segment::text)
                    .forEach(found::add);
        }
        return new Marks(found, says(form.line("aloud").equals("fr") ? "fr" : "en"));
    }

    private Map<String, String> says(String language) {
        var says = new LinkedHashMap<String, String>();
        SAID.forEach(name -> says.put(name, wording.text(language, "marks." + name, List.of())));
        says.put("other", wording.text(language, "marks.other", List.of("{n}")));
        says.put("now", wording.text(language, "marks.now", List.of("{n}", "{m}")));
        return says;
    }
}
