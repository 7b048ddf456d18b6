package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.FileCheck;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Readings;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.library.Uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Who hears what of a file that is held back.
class FilesToldTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private final Library library = site.db.site().get(Library.class);
    private final Uploads uploads = site.db.site().get(Uploads.class);
    private final FileCheck check = site.db.site().get(FileCheck.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
        site.watches.community(ben, "valley", Level.EVERY);
    }

    @Test
    void whoSentItIsAskedAndWhoFollowsHearsOfItWhenItIsShared() throws IOException {
        Resource guide = share("The patient, Mrs. Harriet Whitcombe, fell twice.");
        site.tell();

        assertThat(site.told(ada)).containsExactly("file_asked  Guide");
        assertThat(site.page(ada).getFirst().path()).endsWith("/v/1/check");
        assertThat(site.told(ben)).isEmpty();
        assertThat(site.told(mod)).isEmpty();

        long version = library.page(ada, guide.id(), 1).shown().id();
        check.confirm(ada, guide.id(), version, null, "Invented");
        site.tell();

        assertThat(site.told(ada)).as("what is answered is asked no more").isEmpty();
        assertThat(site.told(ben)).containsExactly("discussion ada Guide");
    }

    @Test
    void aCleanFileIsToldOfAsSoonAsItIsShared() throws IOException {
        share("How to prevent falls.");
        site.tell();

        assertThat(site.told(ada)).isEmpty();
        assertThat(site.told(ben)).containsExactly("discussion ada Guide");
    }

    @Test
    void aHealthCardIsToldToModeratorsToo() throws IOException {
        share("Ontario health card number 1234 567 897 fell twice.");
        site.tell();

        assertThat(site.told(ada)).containsExactly("file_asked  Guide");
        assertThat(site.told(mod)).containsExactly("file_found  Guide");
        assertThat(site.told(ben)).isEmpty();
    }

    private Resource share(String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        Resource shared =
                library.share(
                        ada,
                        "valley",
                        Details.of(ResourceKind.TOOL, "Guide"),
                        new Material.File(uploads.take(ada, "guide.txt", bytes).id()),
                        null);
        site.tell();
        assertThat(site.told(ben)).as("nobody hears of what is being looked at").isEmpty();
        Readings.readAll(site.db.site());
        return shared;
    }
}
