package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Role;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What helps people to point to each other and to content, and what leads from one post to
/// another. Nobody learns here of people or content that she may not know of.
@Singleton
public class Pointers {
    private static final int OFFERED = 8;
    private static final int LONGEST_QUESTION = 60;
    private static final int MOST = 100;

    private final LinkRepository links;
    private final CandidateRepository candidates;
    private final ForumContent contents;
    private final References references;
    private final Threads threads;
    private final Limits limits;
    private final Transactions transactions;

    Pointers(
            LinkRepository links,
            CandidateRepository candidates,
            ForumContent contents,
            References references,
            Threads threads,
            Limits limits,
            Transactions transactions) {
        this.links = links;
        this.candidates = candidates;
        this.contents = contents;
        this.references = references;
        this.threads = threads;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// HTML that is no post's, with what it leads to called as the viewer may know it; only what
    /// becomes other HTML so.
    ///
    /// @param language in which content is spoken of that the viewer cannot open
    public Map<String, String> named(Viewer viewer, Collection<String> htmls, String language) {
        return htmls.stream().noneMatch(Links::areUnfilledIn)
                ? Map.of()
                : transactions.read(viewer, () -> references.filled(htmls, language));
    }

    /// Posts of other discussions that lead to this one, the newest first.
    ///
    /// @param after the cursor of the page before
    public Slice<Referrer> to(Viewer viewer, long postId, @Nullable String after, int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () -> {
                    threads.post(viewer, postId);
                    return Slice.of(
                                    links.referrers(
                                            new Long[] {postId}, from.at(), from.id(), taken + 1),
                                    taken,
                                    row -> Cursor.after(row.at(), row.postId()))
                            .map(ReferrerRow::referrer);
                });
    }

    /// People who can read what is written in this place and whose name or handle begins so, those
    /// who take part there first; and the roles of its community that are called so. Nobody, where
    /// the viewer does not write.
    ///
    /// @param roles by what they are called in the viewer's language
    public List<Candidate> people(
            Viewer.SignedIn viewer,
            DraftPlace place,
            String words,
            String language,
            Map<String, Role> roles) {
        take(viewer);
        Map<Role, String> names = RoleNames.in(language);
        List<Map.Entry<String, Role>> offered =
                roles.entrySet().stream()
                        .filter(entry -> names.containsKey(entry.getValue()))
                        .toList();
        return transactions.read(
                viewer,
                () ->
                        candidates
                                .find(
                                        community(place),
                                        discussion(place),
                                        place instanceof DraftPlace.OfPost(long post)
                                                ? (Long) post
                                                : null,
                                        question(words),
                                        offered.stream()
                                                .map(entry -> names.get(entry.getValue()))
                                                .toArray(String[]::new),
                                        offered.stream()
                                                .map(Map.Entry::getKey)
                                                .toArray(String[]::new),
                                        OFFERED)
                                .stream()
                                .map(CandidateRow::candidate)
                                .toList());
    }

    /// The discussions that the viewer has read last.
    public List<Excerpt> lately(Viewer.SignedIn viewer) {
        take(viewer);
        return transactions.read(
                viewer,
                () -> {
                    List<Long> read = links.lately(OFFERED).stream().map(TitleRow::id).toList();
                    Map<Long, Excerpt> found =
                            contents.readable(ContentType.DISCUSSION, read).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    one -> one.content().id(), one -> one));
                    return read.stream().map(found::get).filter(Objects::nonNull).toList();
                });
    }

    private void take(Viewer.SignedIn viewer) {
        limits.take(Limit.COMPLETE, String.valueOf(viewer.personId()));
    }

    private static @Nullable Long community(DraftPlace place) {
        return switch (place) {
            case DraftPlace.New(long community, _) -> (Long) community;
            case DraftPlace.OfTopic(long community, _, _) -> (Long) community;
            default -> null;
        };
    }

    private static @Nullable Long discussion(DraftPlace place) {
        return switch (place) {
            case DraftPlace.Answer(long discussion, _) -> (Long) discussion;
            case DraftPlace.OfDiscussion(long discussion) -> (Long) discussion;
            case DraftPlace.New _, DraftPlace.Note _, DraftPlace.OfPost _, DraftPlace.OfTopic _ ->
                    null;
        };
    }

    private static String question(String words) {
        return words.replace('\0', ' ')
                .substring(0, Math.min(words.length(), LONGEST_QUESTION))
                .strip();
    }
}
