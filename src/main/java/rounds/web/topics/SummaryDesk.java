package rounds.web.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Pointers;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.platform.markdown.Sentences;
import rounds.topics.Citing;
import rounds.topics.Source;
import rounds.topics.Summaries;
import rounds.topics.Summary;
import rounds.topics.Topic;

import java.util.List;
import java.util.Locale;

/// Shows a summary to its viewer.
@Singleton
class SummaryDesk {
    private final Summaries summaries;
    private final Citing citing;
    private final Pointers pointers;
    private final Wording wording;

    SummaryDesk(Summaries summaries, Citing citing, Pointers pointers, Wording wording) {
        this.summaries = summaries;
        this.citing = citing;
        this.pointers = pointers;
        this.wording = wording;
    }

    /// Asks once for all that is cited, of whatever kinds.
    CitedSummary shown(Viewer viewer, Topic topic) {
        @Nullable Summary summary = topic.summary();
        if (summary == null) {
            return CitedSummary.NONE;
        }
        String language = topic.pursuit().language().startsWith("fr") ? "fr" : "en";
        CitedSummary cited =
                CitedSummary.of(
                        citing,
                        summary.html().value(),
                        summaries.sources(viewer, topic, 0),
                        path(topic),
                        said(language));
        // What it leads to besides: other topics.
        String html =
                pointers.named(viewer, List.of(cited.html()), language)
                        .getOrDefault(cited.html(), cited.html());
        return marked(cited.with(html), language);
    }

    private CitedSummary marked(CitedSummary cited, String language) {
        return cited.marked(
                Sentences.marked(
                        cited.html(),
                        Locale.of(language),
                        signs ->
                                wording.text(
                                        language,
                                        signs.stream()
                                                        .map(cited.changes()::get)
                                                        .anyMatch(one -> one.number() == 0)
                                                ? "topics.leans.gone"
                                                : "topics.leans.changed",
                                        List.of())));
    }

    /// The list of its sources from that place on, without its words.
    CitedSummary listed(Viewer viewer, Topic topic, int after) {
        return new CitedSummary(
                "",
                summaries.sources(viewer, topic, after),
                false,
                path(topic),
                List.of(),
                List.of());
    }

    private static String path(Topic topic) {
        return "/focus/" + Ids.text(topic.id()) + "/sources";
    }

    /// Those that have changed or are gone.
    List<Source> changed(Viewer viewer, Topic topic) {
        return summaries.sources(viewer, topic).stream().filter(Source::isChanged).toList();
    }

    private CitedSummary.Said said(String language) {
        return new CitedSummary.Said() {
            @Override
            public String number(int number, String address, boolean changed) {
                String label =
                        wording.text(
                                language,
                                changed ? "topics.cite.changed" : "topics.cite",
                                List.of(number));
                return "%s<a class=\"cite%s\" href=\"%s\" aria-label=\"%s\">%d</a></sup>"
                        .formatted(
                                changed ? Sentences.SIGN : "<sup>",
                                changed ? " changed" : "",
                                address,
                                label,
                                number);
            }

            @Override
            public String closed(boolean gone) {
                String label =
                        wording.text(
                                language,
                                gone ? "topics.cite.gone" : "topics.cite.closed",
                                List.of());
                return "%s<span class=\"cite %s\"><span aria-hidden=\"true\">%s</span><span class=\"sr\">%s</span></span></sup>"
                        .formatted(
                                gone ? Sentences.SIGN : "<sup>",
                                gone ? "gone" : "closed",
                                gone ? "[?]" : "[…]",
                                label);
            }
        };
    }
}
