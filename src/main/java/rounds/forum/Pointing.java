package rounds.forum;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.markdown.Names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Lays out what somebody writes, finds whom it names and what it leads to, and keeps that beside
/// the post.
///
/// Whom a name means is decided here, once: the HTML leads to the person by her id, so that it
/// still leads to her when she takes another handle, and to nobody else who takes hers.
@Singleton
final class Pointing {
    /// Names in one post: more are a mailing list.
    static final int MOST_NAMES = 20;

    /// Of what may be names, so many are looked up.
    private static final int MOST_TRIED = 200;

    private final PointingRepository rows;
    private final Markdown markdown;
    private final Links links;
    private final Illustrations illustrations;
    private final Limits limits;
    private final Transactions transactions;

    Pointing(
            PointingRepository rows,
            Markdown markdown,
            Links links,
            Illustrations illustrations,
            Limits limits,
            Transactions transactions) {
        this.rows = rows;
        this.markdown = markdown;
        this.links = links;
        this.illustrations = illustrations;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// Outside a transaction, before the post is written.
    ///
    /// @throws ProblemException invalid on `body`: the text cannot be laid out; it names somebody
    ///   who cannot read the place; it names too many; an image says nothing to those who do not
    ///   see it
    Pointed lay(Viewer.SignedIn author, long postId, String body, Spot spot) {
        Names names = Names.none();
        Html html = markdown.render(body, PostRow.htmlPrefix(postId), names);
        illustrations.requireWords(html.value());
        if (names.found().isEmpty()) {
            return new Pointed(html, List.of(), links.in(html.value()));
        }
        List<NamedRow> named = transactions.read(author, () -> ask(names.found(), spot));
        return named(author, postId, body, html, named);
    }

    /// What it will look like.
    Html preview(Viewer.SignedIn author, String body) {
        Names names = Names.none();
        Html html = markdown.render(body, "preview", names);
        if (names.found().isEmpty()) {
            return html;
        }
        var paths = new HashMap<String, String>();
        transactions
                .read(author, () -> ask(names.found(), new Spot.Nowhere()))
                .forEach(row -> paths.put(row.name(), path(row, 0)));
        names.found().stream().filter(RoleNames::has).forEach(name -> paths.put(name, "#"));
        return markdown.render(body, "preview", new Names(paths));
    }

    /// Keeps what a new post points to, in its transaction. Most posts point nowhere.
    void keep(long postId, Pointed pointed) {
        if (!pointed.isPlain()) {
            write(postId, pointed);
        }
        illustrations.keep(postId, "", pointed.html().value());
    }

    /// The same of a post that said something else before.
    void keepAgain(long postId, String oldHtml, Pointed pointed) {
        if (pointed.changed() && (!pointed.isPlain() || oldHtml.contains("<a "))) {
            write(postId, pointed);
        }
        if (pointed.changed()) {
            illustrations.keep(postId, oldHtml, pointed.html().value());
        }
    }

    private List<NamedRow> ask(Set<String> found, Spot spot) {
        String[] names = array(found.stream().limit(MOST_TRIED).toList());
        List<String> roles = found.stream().filter(RoleNames::has).toList();
        return switch (spot) {
            case Spot.Among(List<String> handles) -> rows.namedAmong(names, array(handles));
            case Spot.Nowhere _ -> rows.namedAnywhere(names);
            case Spot.Answer _, Spot.New _, Spot.Again _ ->
                    rows.named(
                            names,
                            array(roles),
                            roles.stream()
                                    .map(name -> RoleNames.role(name).code())
                                    .toArray(String[]::new),
                            spot.ofPost(),
                            spot.inDiscussion(),
                            spot.inCommunity());
        };
    }

    private Pointed named(
            Viewer.SignedIn author, long postId, String body, Html html, List<NamedRow> named) {
        List<NamedRow> meant = meant(named);
        refuse(author, meant);
        if (meant.isEmpty()) {
            return new Pointed(html, meant, links.in(html.value()));
        }
        Map<String, String> paths =
                meant.stream().collect(Collectors.toMap(NamedRow::name, row -> path(row, postId)));
        Html complete = markdown.render(body, PostRow.htmlPrefix(postId), new Names(paths));
        return new Pointed(complete, meant, links.in(complete.value()));
    }

    /// The word for a role means the role, even where somebody had it for a handle before.
    private static List<NamedRow> meant(List<NamedRow> named) {
        var byName = new HashMap<String, NamedRow>();
        for (NamedRow row : named) {
            byName.merge(row.name(), row, (one, other) -> one.role() != null ? one : other);
        }
        return List.copyOf(byName.values());
    }

    private void refuse(Viewer.SignedIn author, List<NamedRow> meant) {
        if (meant.size() > MOST_NAMES) {
            throw ProblemException.invalid("body", "forum.mention.too-many", MOST_NAMES);
        }
        List<String> outside = new ArrayList<>();
        for (NamedRow row : meant) {
            if (!row.reads()) {
                outside.add(row.called() + " (@" + row.name() + ")");
            }
        }
        if (!outside.isEmpty()) {
            throw ProblemException.invalid(
                    "body",
                    outside.size() == 1 ? "forum.mention.outside" : "forum.mention.outside-all",
                    String.join(", ", outside.stream().sorted().toList()));
        }
        if (meant.stream().anyMatch(row -> row.role() != null && !row.before())) {
            limits.take(Limit.ROLE_MENTION, String.valueOf(author.personId()));
        }
    }

    private static String path(NamedRow row, long postId) {
        Long person = row.personId();
        return person == null ? path(postId, String.valueOf(row.role())) : path(person);
    }

    /// Leads to a person whatever her handle is now.
    static String path(long person) {
        return "/u/~" + Ids.text(person);
    }

    /// Leads to those who hold the role where the post stands now.
    static String path(long postId, String role) {
        return "/p/" + Ids.text(postId) + "/roles/" + role;
    }

    private void write(long postId, Pointed pointed) {
        List<NamedRow> named = pointed.named();
        List<ContentRef> to = pointed.links();
        rows.point(
                postId,
                array(named.stream().map(NamedRow::name).toList()),
                named.stream().map(NamedRow::personId).toArray(Long[]::new),
                named.stream().map(NamedRow::role).toArray(String[]::new),
                array(to.stream().map(ref -> ref.type().code()).toList()),
                to.stream().map(ContentRef::id).toArray(Long[]::new));
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
