package rounds.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

/// The keepers' pages, as keepers and others meet them.
class AdminPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Visit keeper;

    @BeforeEach
    void aKeeper() {
        SITE.db().empty();
        ada = SITE.person("ada");
        keeper = SITE.as(SITE.person("kit"));
        SITE.db()
                .run(
                        """
                        update account set admin = true
                        where person_id = (select id from person where handle = 'kit')
                        """);
    }

    @Test
    void toOthersThereIsNothing() {
        setAside(1, ada.id());
        for (Visit other : new Visit[] {SITE.visitor(), SITE.as(ada)}) {
            assertThat(other.get("/admin").statusCode()).isEqualTo(404);
            assertThat(other.get("/admin/mail").statusCode()).isEqualTo(404);
            assertThat(
                            other.post("/admin/changes", "consumer", "search", "change", "1")
                                    .statusCode())
                    .isEqualTo(404);
        }
        assertThat(SITE.as(ada).get("/").body()).doesNotContain("/admin");
        assertThat(keeper.get("/").body()).contains("href=\"/admin\"");
        assertThat(SITE.db().count("select count(*) from change_failure")).isEqualTo(1);
    }

    @Test
    void aKeeperSeesHowTheSiteIs() {
        SITE.visitor().post("/reset", "email", "ada@example.org");

        Document page = Jsoup.parse(keeper.get("/admin").body());

        assertThat(page.select(".state").text())
                .contains("PostgreSQL 18.", "are free", "mails are kept here: 1", "All posts");
        assertThat(page.select("#set-aside").text()).contains("Nothing is set aside");
        assertThat(keeper.get("/admin/mail").body()).contains("ada@example.org", "/reset/");
    }

    @Test
    void whatWasSetAsideIsToldWithItsReasonAndTriedAgain() {
        setAside(41, ada.id());
        setAside(42, ada.id());
        Document page = Jsoup.parse(keeper.get("/admin").body());
        assertThat(page.select("#set-aside").text())
                .contains("These 2 changes", "Person", "The disk <was> full");

        var answer = keeper.post("/admin/changes", "consumer", "search", "change", "41");

        assertThat(answer.headers().firstValue("Location")).hasValue("/admin");
        assertThat(keeper.get("/admin").body()).contains("It is being tried again.");
        assertThat(SITE.db().rows("select change_id from change_failure")).containsExactly("42");
        assertThat(SITE.db().rows("select content_type, content_id, what from change_log"))
                .containsExactly("person|" + ada.id() + "|edited");
        keeper.post("/admin/changes", "consumer", "search", "change", "41");
        assertThat(keeper.get("/admin").body()).contains("Somebody else has had it tried again");
        keeper.post("/admin/changes");
        assertThat(SITE.db().count("select count(*) from change_failure")).isZero();
        assertThat(keeper.post("/admin/changes", "change", "x").statusCode()).isEqualTo(404);
    }

    private static void setAside(long change, long person) {
        SITE.db()
                .run(
                        """
                        insert into change_failure (consumer, content_type, content_id, what, xid, change_id, error)
                        values ('search', 'person', %d, 'edited', '1', %d, 'The disk <was> full')
                        """
                                .formatted(person, change));
    }
}
