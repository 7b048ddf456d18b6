package rounds.web.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.forum.Pointers;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Sentences;
import rounds.topics.Citing;
import rounds.topics.Source;
import rounds.topics.Summaries;
import rounds.topics.Summary;
import rounds.topics.Topic;
import rounds.web.page.Spoken;
import rounds.web.topics.CitedSummary.Change;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows a summary to its viewer.
@Singleton
class SummaryDesk {
    /// Said in the language of whoever reads it, whatever the summary is written in.
    private static final CitedSummary.Said SAID =
            new CitedSummary.Said() {
                @Override
                public String number(int number, String address, Source.Became became) {
                    boolean changed = became.isChanged();
                    String key =
                            switch (became) {
                                case SAME -> "topics.cite";
                                case HIDDEN, GONE -> "topics.cite.hidden";
                                case EDITED, VERSION, LATER -> "topics.cite.changed";
                            };
                    return "%s<a class=\"cite%s\" href=\"%s\" lang=\"%s\" aria-label=\"%s\">%d</a></sup>"
                            .formatted(
                                    changed ? Sentences.SIGN : "<sup>",
                                    changed ? " changed" : "",
                                    address,
                                    Spoken.LANGUAGE,
                                    Spoken.word(key, number),
                                    number);
                }

                @Override
                public String closed(boolean gone) {
                    return "%s<span class=\"cite %s\"><span aria-hidden=\"true\">%s</span><span class=\"sr\" lang=\"%s\">%s</span></span></sup>"
                            .formatted(
                                    gone ? Sentences.SIGN : "<sup>",
                                    gone ? "gone" : "closed",
                                    gone ? "[?]" : "[…]",
                                    Spoken.LANGUAGE,
                                    Spoken.word(gone ? "topics.cite.gone" : "topics.cite.closed"));
                }
            };

    private final Summaries summaries;
    private final Citing citing;
    private final Pointers pointers;

    SummaryDesk(Summaries summaries, Citing citing, Pointers pointers) {
        this.summaries = summaries;
        this.citing = citing;
        this.pointers = pointers;
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
                        SAID);
        // What it leads to besides: other topics.
        String html =
                pointers.named(viewer, List.of(cited.html()), language)
                        .getOrDefault(cited.html(), cited.html());
        return marked(cited.with(html), language);
    }

    private static CitedSummary marked(CitedSummary cited, String language) {
        return cited.marked(
                Sentences.marked(
                        cited.html(),
                        Locale.of(language),
                        signs ->
                                "<span lang=\"%s\">%s</span>"
                                        .formatted(
                                                Spoken.LANGUAGE,
                                                Spoken.word(
                                                        leans(
                                                                signs.stream()
                                                                        .map(cited.changes()::get)
                                                                        .map(Change::became)
                                                                        .collect(
                                                                                Collectors
                                                                                        .toSet()))))));
    }

    private static String leans(Set<Source.Became> became) {
        if (became.contains(Source.Became.GONE)) {
            return "topics.leans.gone";
        }
        return became.equals(Set.of(Source.Became.HIDDEN))
                ? "topics.leans.hidden"
                : "topics.leans.changed";
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
}
