package rounds.interchange;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.identity.SamplePassword;
import rounds.platform.database.Home;
import rounds.platform.database.Transactions;
import rounds.platform.settings.Announcement;
import rounds.platform.settings.Running;
import rounds.platform.settings.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sample community, to try things out: comes at the first start of an empty site where
/// `ROUNDS_SAMPLE` is on, says at every start how to sign in, and can be taken away whole.
@Singleton
public class Sample implements ApplicationEventListener<StartupEvent>, Announcement {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.sample");
    private static final int NAMED = 6;

    private final Import imports;
    private final SampleRepository rows;
    private final SamplePolls polls;
    private final SampleRemoval removal;
    private final SampleImages images;
    private final SampleLibrary library;
    private final SamplePassword password;
    private final Transactions transactions;
    private final Settings settings;
    private final Running running;
    private final Path mark;

    Sample(
            Import imports,
            SampleRepository rows,
            SamplePolls polls,
            SampleRemoval removal,
            SampleImages images,
            SampleLibrary library,
            SamplePassword password,
            Transactions transactions,
            Settings settings,
            Running running,
            Home home) {
        this.imports = imports;
        this.rows = rows;
        this.polls = polls;
        this.removal = removal;
        this.images = images;
        this.library = library;
        this.password = password;
        this.transactions = transactions;
        this.settings = settings;
        this.running = running;
        this.mark = home.path().resolve("sample");
    }

    /// What was taken away.
    ///
    /// @param kept discussions, posts and resources of sample people in communities that stay
    public record Removed(
            int communities, int people, int discussions, int posts, int resources, int kept) {}

    /// Before the first page is served.
    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running.serves() && settings.sample() && isWanted()) {
            try {
                load();
            } catch (IOException failed) {
                LOG.warn("The sample community could not be loaded.", failed);
            }
        }
    }

    /// Once in the life of a home folder, so that whoever took it away does not get it back; again
    /// when the first try was cut short.
    private boolean isWanted() {
        return !Files.exists(mark) && !transactions.system(rows::isInUse);
    }

    void load() throws IOException {
        Tally tally = take("/sample/sample.jsonl");
        transactions.system(() -> {
            rows.markPeople();
            rows.markCommunities();
            polls.add();
            return tally;
        });
        images.load();
        int resources = library.load();
        // They gather from the libraries, too.
        take("/sample/topics.jsonl");
        Files.writeString(mark, "loaded\n");
        LOG.info(
                "The sample community has come: {} people, {} discussions, {} posts, {} resources.",
                tally.people(),
                tally.discussions(),
                tally.posts(),
                resources);
    }

    private Tally take(String file) throws IOException {
        return imports.run(
                Source.resource(file),
                new Import.Options("sample", true),
                new Watcher() {
                    @Override
                    public void refused(int line, String reason) {
                        LOG.warn("Line {} of {}: {}", line, file, reason);
                    }
                });
    }

    /// Takes the sample communities and people away, for good.
    public Removed remove() throws IOException {
        Removed removed = removal.run();
        Files.writeString(mark, "removed\n");
        return removed;
    }

    @Override
    public List<String> lines() {
        List<SampleRepository.Somebody> people =
                password.on() ? transactions.system(rows::people) : List.of();
        if (people.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Sample    sign in with the password  " + password.text() + "  as");
        people.stream().limit(NAMED).map(Sample::line).forEach(lines::add);
        if (people.size() > NAMED) {
            lines.add(
                    "          or as one of "
                            + (people.size() - NAMED)
                            + " others. `sample remove` takes them all away.");
        }
        return lines;
    }

    private static String line(SampleRepository.Somebody person) {
        String what =
                person.admin()
                        ? "administrator of the site"
                        : person.profession().toLowerCase(Locale.ROOT);
        String roles = person.roles().isEmpty() ? "" : "; " + person.roles();
        return "          " + person.email() + "  (" + what + roles + ")";
    }
}
