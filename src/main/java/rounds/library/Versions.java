package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.settings.Settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Puts versions under resources. Inside the transactions of [Library].
@Singleton
final class Versions {
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_WAITING = 5;

    private final VersionRepository rows;
    private final UploadRepository uploads;
    private final Markdown markdown;
    private final Settings settings;
    private final Moment moment;

    Versions(
            VersionRepository rows,
            UploadRepository uploads,
            Markdown markdown,
            Settings settings,
            Moment moment) {
        this.rows = rows;
        this.uploads = uploads;
        this.markdown = markdown;
        this.settings = settings;
        this.moment = moment;
    }

    /// What was given, ready to be stored.
    record Ready(Material material, @Nullable Html html, String note) {}

    /// @throws ProblemException invalid on `url`, `body` or `note`
    Ready ready(Material material, String note) {
        String why = Entry.note("note", note);
        return switch (material) {
            case Material.File file -> new Ready(file, null, why);
            case Material.Link link -> new Ready(new Material.Link(address(link.url())), null, why);
            case Material.Text text -> {
                String body = Shared.body(text.body());
                yield new Ready(new Material.Text(body), markdown.render(body), why);
            }
        };
    }

    private static String address(String entered) {
        String url = entered.strip();
        if (url.isEmpty()) {
            throw ProblemException.invalid("url", "library.url.missing");
        }
        if (url.length() > LONGEST_URL) {
            throw ProblemException.invalid("url", "library.url.unusable");
        }
        try {
            var uri = new URI(url.contains("://") ? url : "https://" + url);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !scheme.matches("(?i)https?")) {
                throw ProblemException.invalid("url", "library.url.unusable");
            }
            return uri.toASCIIString();
        } catch (URISyntaxException _) {
            throw ProblemException.invalid("url", "library.url.unusable");
        }
    }

    /// The first version of a resource.
    void put(long resourceId, long communityId, Ready ready) {
        accept(propose(resourceId, communityId, ready));
    }

    /// @return its id
    long propose(long resourceId, long communityId, Ready ready) {
        long id = Ids.next();
        switch (ready.material) {
            case Material.File file -> {
                UploadRow upload =
                        uploads.find(file.uploadId())
                                .filter(UploadRow::isWhole)
                                .orElseThrow(() ->
                                        ProblemException.invalid("file", "library.file.gone"));
                requireSpace(communityId, upload.length());
                rows.propose(
                        id,
                        resourceId,
                        communityId,
                        VersionForm.FILE.code(),
                        upload.hash(),
                        upload.name(),
                        upload.type(),
                        upload.length(),
                        null,
                        null,
                        null,
                        0,
                        ready.note,
                        moment.now(),
                        TextState.WAITING.code(),
                        file.vouched());
                uploads.remove(upload.id());
            }
            case Material.Link link ->
                    rows.propose(
                            id,
                            resourceId,
                            communityId,
                            VersionForm.LINK.code(),
                            null,
                            null,
                            null,
                            null,
                            link.url(),
                            null,
                            null,
                            0,
                            ready.note,
                            moment.now(),
                            TextState.NONE.code(),
                            false);
            case Material.Text text ->
                    rows.propose(
                            id,
                            resourceId,
                            communityId,
                            VersionForm.TEXT.code(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            text.body(),
                            Objects.requireNonNull(ready.html).value(),
                            ready.html.version(),
                            ready.note,
                            moment.now(),
                            TextState.WAITING.code(),
                            false);
        }
        return id;
    }

    private void requireSpace(long communityId, long bytes) {
        long most = settings.libraryBytes();
        if (rows.bytesIn(communityId) + bytes > most) {
            throw ProblemException.invalid("file", "library.full", most >> 30);
        }
    }

    /// @throws ProblemException conflict, when as many of the viewer's wait as anybody can look at
    void requireFewWaiting(long resourceId) {
        if (rows.waiting(resourceId) >= MOST_WAITING) {
            throw new ProblemException(new Problem.Conflict("library.version.too-many"));
        }
    }

    void accept(long versionId) {
        if (!rows.decide(versionId, true, moment.now(), null, "")) {
            throw ProblemException.notFound();
        }
    }

    /// @throws ProblemException not found
    long id(long resourceId, int number) {
        return rows.idOf(resourceId, number).orElseThrow(ProblemException::notFound);
    }

    /// @throws ProblemException conflict, where it is none of that resource's, or gone
    void requireOf(long resourceId, long versionId) {
        if (!rows.belongs(resourceId, versionId)) {
            throw Fetching.conflict("library.decided-meanwhile");
        }
    }

    /// Whether others read any version of it.
    boolean isRead(long resourceId) {
        return rows.isRead(resourceId);
    }

    /// Who made it.
    long maker(long versionId) {
        return rows.makerOf(versionId);
    }

    /// @param current the number of the version that it was compared with
    /// @return false when it does not wait any more
    boolean take(long versionId, int current) {
        return rows.decide(versionId, true, moment.now(), current, "");
    }

    /// @return false when it does not wait any more
    boolean decline(long versionId, String why) {
        return rows.decide(versionId, false, moment.now(), null, why);
    }

    /// @return false when it was not declined, or is the viewer's own
    boolean reopen(long versionId) {
        return rows.reopen(versionId);
    }

    /// @return false when it is not the viewer's, or does not wait any more
    boolean withdraw(long versionId) {
        return rows.withdraw(versionId) == 1;
    }

    int number(long resourceId, long id) {
        return rows.numberOf(resourceId, id);
    }

    List<Version> of(long resourceId, int shown, int most) {
        return rows.of(resourceId, shown, most).stream()
                .map(row -> row.version(markdown))
                .sorted(Comparator.comparing(Version::number).reversed())
                .toList();
    }

    List<TextPage> pages(long resourceId, int number, int first, int last) {
        return rows.pages(resourceId, number, first, last);
    }

    List<TextPage> following(long resourceId, int number, int first, int most) {
        return rows.following(resourceId, number, first, most);
    }

    ResourceFile file(long resourceId, int number) {
        return rows.file(resourceId, number).orElseThrow(ProblemException::notFound);
    }
}
