package rounds.start;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.community.Policy;
import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What newcomers of a community read first, in an order: those who curate choose it and say why.
@Singleton
public class Start {
    /// More is no beginning.
    public static final int MOST = 30;

    public static final int LONGEST_WHY = 300;

    /// For so long somebody is new.
    private static final Duration NEW = Duration.ofDays(30);

    /// What can stand there, by how its address begins.
    private static final Map<String, ContentType> KINDS =
            Map.of(
                    "d", ContentType.DISCUSSION,
                    "r", ContentType.RESOURCE,
                    "cases", ContentType.CASE_STORY,
                    "focus", ContentType.TOPIC);

    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|/)(d|r|cases|focus)/([0-9a-z]{13})(?:[-/?#].*)?$");

    private final StartRepository rows;
    private final Map<ContentType, ContentOwner> owners = new EnumMap<>(ContentType.class);
    private final Policy policy;
    private final CommunityLog log;
    private final Transactions transactions;
    private final Moment moment;

    Start(
            StartRepository rows,
            List<ContentOwner> features,
            Policy policy,
            CommunityLog log,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        features.forEach(feature -> feature.types().forEach(type -> owners.put(type, feature)));
        this.policy = policy;
        this.log = log;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// All of it that the viewer may read, in its order.
    public List<Beginning> all(Viewer viewer, long communityId) {
        return transactions.read(viewer, () -> shown(rows.in(communityId)));
    }

    /// The same for who joined lately; nothing for others.
    public List<Beginning> forNewcomer(Viewer viewer, long communityId) {
        return transactions.read(
                viewer,
                () ->
                        rows.joinedSince(communityId, moment.now().minus(NEW))
                                ? shown(rows.in(communityId))
                                : List.of());
    }

    /// Those of these contents with which newcomers begin, as far as the viewer may read that.
    public List<Begun> among(Viewer viewer, List<ContentRef> contents) {
        return contents.isEmpty()
                ? List.of()
                : transactions.read(
                        viewer,
                        () ->
                                rows
                                        .among(
                                                contents.stream()
                                                        .map(ContentRef::id)
                                                        .toArray(Long[]::new))
                                        .stream()
                                        .map(row -> new Begun(row.content(), row.why()))
                                        .filter(one -> contents.contains(one.content()))
                                        .toList());
    }

    private List<Beginning> shown(List<StartRow> found) {
        Map<ContentRef, Excerpt> contents =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.content().type(),
                                        Collectors.mapping(
                                                StartRow::contentId, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .flatMap(one -> readable(one.getKey(), one.getValue()).stream())
                        .collect(Collectors.toMap(Excerpt::content, one -> one));
        var shown = new ArrayList<Beginning>();
        for (StartRow row : found) {
            Excerpt content = contents.get(row.content());
            if (content != null) {
                shown.add(new Beginning(row.id(), row.why(), content));
            }
        }
        return List.copyOf(shown);
    }

    private List<Excerpt> readable(ContentType type, List<Long> ids) {
        ContentOwner owner = owners.get(type);
        return owner == null ? List.of() : owner.readable(type, ids);
    }

    /// Puts content of that community at the end.
    ///
    /// @param address of a discussion, a resource, a case story or a focus topic, as it was copied
    /// @throws ProblemException not found, forbidden, or invalid on `address` or `why`
    public void put(Viewer.SignedIn viewer, String slug, String address, String why) {
        String line = Shared.words("why", Entry.line("why", why, LONGEST_WHY));
        if (line.isEmpty()) {
            throw ProblemException.invalid("why", "start.why.missing");
        }
        transactions.run(
                viewer,
                () -> {
                    StartRoomRow room = curated(viewer, slug);
                    ContentRef content = content(address, slug);
                    if (rows.held(room.id()).size() >= MOST) {
                        throw ProblemException.invalid("address", "start.full", MOST);
                    }
                    int put =
                            rows.put(
                                    Ids.next(),
                                    room.id(),
                                    content.type().code(),
                                    content.id(),
                                    line,
                                    moment.now());
                    if (put == 0) {
                        throw ProblemException.invalid("address", "start.there");
                    }
                    note(viewer, room.id(), "start_put", content);
                });
    }

    /// What lies at that address, if the viewer reads it in this community.
    private ContentRef content(String address, String slug) {
        return parsed(address.strip())
                .filter(content ->
                        readable(content.type(), List.of(content.id())).stream()
                                .anyMatch(one -> slug.equals(one.communitySlug())))
                .orElseThrow(() -> ProblemException.invalid("address", "start.address"));
    }

    private static Optional<ContentRef> parsed(String address) {
        Matcher found = ADDRESS.matcher(address);
        if (!found.find() || !Ids.isId(found.group(2))) {
            return Optional.empty();
        }
        ContentType type = KINDS.get(found.group(1));
        return type == null
                ? Optional.empty()
                : Optional.of(new ContentRef(type, Ids.parse(found.group(2))));
    }

    /// One place towards the beginning; at the beginning it stays.
    public void up(Viewer.SignedIn viewer, String slug, long id) {
        move(viewer, slug, id, order -> to(order, id, order.indexOf(id) - 1));
    }

    public void down(Viewer.SignedIn viewer, String slug, long id) {
        move(viewer, slug, id, order -> to(order, id, order.indexOf(id) + 1));
    }

    /// In front of another, wherever that stands by now.
    public void before(Viewer.SignedIn viewer, String slug, long id, long other) {
        move(viewer, slug, id, order -> beside(order, id, other, 0));
    }

    public void after(Viewer.SignedIn viewer, String slug, long id, long other) {
        move(viewer, slug, id, order -> beside(order, id, other, 1));
    }

    private static List<Long> beside(List<Long> order, long id, long other, int behind) {
        var others = new ArrayList<>(order);
        others.remove(id);
        int at = others.indexOf(other);
        if (at < 0) {
            throw gone();
        }
        others.add(at + behind, id);
        return others;
    }

    private static List<Long> to(List<Long> order, long id, int place) {
        var others = new ArrayList<>(order);
        others.remove(id);
        others.add(Math.clamp(place, 0, others.size()), id);
        return others;
    }

    private void move(
            Viewer.SignedIn viewer, String slug, long id, UnaryOperator<List<Long>> step) {
        transactions.run(
                viewer,
                () -> {
                    List<Long> order = rows.held(curated(viewer, slug).id());
                    if (!order.contains(id)) {
                        throw gone();
                    }
                    rows.order(step.apply(order).toArray(Long[]::new));
                });
    }

    /// Takes it out; what it leads to stays where it is.
    public void take(Viewer.SignedIn viewer, String slug, long id) {
        transactions.run(
                viewer,
                () -> {
                    StartRoomRow room = curated(viewer, slug);
                    rows.in(room.id()).stream()
                            .filter(row -> row.id() == id)
                            .findFirst()
                            .ifPresent(row -> {
                                rows.take(id);
                                note(viewer, room.id(), "start_taken", row.content());
                            });
                });
    }

    private StartRoomRow curated(Viewer.SignedIn viewer, String slug) {
        StartRoomRow room = rows.room(slug).orElseThrow(ProblemException::notFound);
        policy.require(Capability.CURATE, room.standing(viewer));
        return room;
    }

    private void note(Viewer.SignedIn viewer, long communityId, String act, ContentRef content) {
        log.add(viewer, communityId, act, content, null, "", "");
    }

    private static ProblemException gone() {
        return new ProblemException(new Problem.Conflict("library.collection.moved-meanwhile"));
    }
}
