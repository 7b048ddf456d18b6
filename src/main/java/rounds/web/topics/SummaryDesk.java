package rounds.web.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Pointers;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.topics.Citing;
import rounds.topics.Source;
import rounds.topics.Summaries;
import rounds.topics.Summary;
import rounds.topics.Topic;

import java.util.List;

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
        return new CitedSummary(html, cited.sources(), cited.closed(), cited.path());
    }

    /// The list of its sources from that place on, without its words.
    CitedSummary listed(Viewer viewer, Topic topic, int after) {
        return new CitedSummary("", summaries.sources(viewer, topic, after), false, path(topic));
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
                return "<sup><a class=\"cite%s\" href=\"%s\" aria-label=\"%s\">%d</a></sup>"
                        .formatted(changed ? " changed" : "", address, label, number);
            }

            @Override
            public String closed(boolean gone) {
                String label =
                        wording.text(
                                language,
                                gone ? "topics.cite.gone" : "topics.cite.closed",
                                List.of());
                return "<sup class=\"cite %s\"><span aria-hidden=\"true\">%s</span><span class=\"sr\">%s</span></sup>"
                        .formatted(gone ? "gone" : "closed", gone ? "[?]" : "[…]", label);
            }
        };
    }
}
