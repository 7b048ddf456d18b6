package rounds.support;

import rounds.web.about.AboutSamples;
import rounds.web.admin.AdminSamples;
import rounds.web.cases.CaseSamples;
import rounds.web.community.CommunitySamples;
import rounds.web.forum.ForumSamples;
import rounds.web.glossary.GlossarySamples;
import rounds.web.identity.IdentitySamples;
import rounds.web.images.ImagesSamples;
import rounds.web.library.LibrarySamples;
import rounds.web.notes.NotesSamples;
import rounds.web.notifications.NotificationSamples;
import rounds.web.page.FrameSamples;
import rounds.web.search.SearchSamples;
import rounds.web.start.StartSamples;
import rounds.web.topics.GatherSamples;
import rounds.web.topics.TopicSamples;

import java.util.List;
import java.util.stream.Stream;

/// What each page is rendered with in `ThemeContractTest`, in both languages, for a visitor and for
/// a person. A page without a sample fails there. A feature keeps its samples in its own test
/// package and adds one line here.
public final class TemplateSamples {
    private TemplateSamples() {}

    public static List<Sample> all() {
        return Stream.of(
                        FrameSamples.ALL, //
                        AboutSamples.ALL, //
                        AdminSamples.ALL, //
                        IdentitySamples.ALL, //
                        CaseSamples.PAGES, //
                        CommunitySamples.ALL, //
                        ForumSamples.ALL, //
                        ImagesSamples.ALL, //
                        GlossarySamples.ALL, //
                        LibrarySamples.ALL_PAGES, //
                        NotesSamples.ALL, //
                        NotificationSamples.ALL, //
                        SearchSamples.ALL, //
                        StartSamples.ALL, //
                        TopicSamples.PAGES, //
                        GatherSamples.PAGES)
                .flatMap(List::stream)
                .toList();
    }
}
