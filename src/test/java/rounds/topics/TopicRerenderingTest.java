package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What becomes of summaries whose HTML an older renderer made.
class TopicRerenderingTest {
    private final TopicSite site = TopicSite.emptied();
    private final TopicRerendering rerendering = site.db.site().get(TopicRerendering.class);

    @Test
    void everyVersionIsRenderedAnewOnce() {
        long valley = site.community("valley", "public");
        Viewer.SignedIn mod = site.member("mod", valley, "moderator");
        Topic topic = site.opened(mod, mod, "valley");
        site.summaries.save(mod, topic.id(), "One", "", 0, Summaries.Looked.NOT);
        site.summaries.save(mod, topic.id(), "*Two*", "", 1, Summaries.Looked.NOT);
        site.db.run("update topic_summary set html = 'Old', html_version = 1");

        assertThat(rerendering.all()).isEqualTo(2);

        assertThat(site.db.rows("select html from topic_summary order by number"))
                .containsExactly("<p>One</p>\n", "<p><em>Two</em></p>\n");
        assertThat(
                        site.db.count(
                                "select count(*) from topic_summary where html_version = "
                                        + Markdown.VERSION))
                .isEqualTo(2);
        assertThat(rerendering.all()).isZero();
    }

    @Test
    void soIsEveryStatement() {
        long valley = site.community("valley", "public");
        Viewer.SignedIn mod = site.member("mod", valley, "moderator");
        Topic topic = site.opened(mod, mod, "valley");
        site.db
                .site()
                .get(Agreements.class)
                .put(
                        mod,
                        topic.id(),
                        "The *newest* first.",
                        Instant.now().plus(9, ChronoUnit.DAYS));
        site.db.run("update topic_agreement set html = 'Old', html_version = 1");

        assertThat(rerendering.all()).isEqualTo(1);

        assertThat(site.db.rows("select html from topic_agreement"))
                .containsExactly("<p>The <em>newest</em> first.</p>\n");
        assertThat(rerendering.all()).isZero();
    }
}
