package rounds.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.platform.markdown.Markdown;

import java.util.List;

/// What becomes of stories whose HTML an older renderer made.
class CaseRerenderingTest {
    private final CaseSite site = CaseSite.emptied();
    private final CaseRerendering rerendering = site.db.site().get(CaseRerendering.class);
    private final Viewer.SignedIn ada = site.member("ada", site.community("valley", "public"));

    @Test
    void storiesAndFollowUpsAreRenderedAnewAndDraftsAreLeftAlone() {
        CaseStory read = site.published(ada, "valley", CaseSite.SHORT);
        site.answering.followUp(ada, read.id(), 6, "Still at *home*.", "");
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        site.db.run(
                """
                update case_section set html = 'Old', html_version = 1 where html <> '';
                update case_follow_up set html = 'Old', html_version = 1;
                """);
        assertThat(rerendering.waiting()).isEqualTo(2);
        long changes = site.db.count("select count(*) from change_log");

        assertThat(rerendering.all()).isEqualTo(2);

        assertThat(rerendering.waiting()).isZero();
        assertThat(site.db.rows("select html from case_section where story_id = " + read.id()))
                .containsExactly("<p>She fell on the way to the kettle.</p>\n");
        assertThat(site.db.rows("select html from case_follow_up"))
                .containsExactly("<p>Still at <em>home</em>.</p>\n");
        assertThat(
                        site.db.count(
                                "select count(*) from case_section where html_version = "
                                        + Markdown.VERSION))
                .isEqualTo(1);
        assertThat(site.db.rows("select html from case_section where story_id = " + draft.id()))
                .containsExactly("");
        assertThat(site.db.count("select count(*) from change_log")).isEqualTo(changes);
    }

    @Test
    void whatWasWrittenMeanwhileStays() {
        CaseStory read = site.published(ada, "valley", CaseSite.SHORT);
        site.db.run("update case_section set html_version = 1, html = 'Old'");
        var seen = new OlderTextRow(read.id(), "story", 1, "Old words", 1);

        assertThat(rerendering.renew(List.of(seen))).isZero();

        assertThat(site.db.rows("select html from case_section")).containsExactly("Old");
    }
}
