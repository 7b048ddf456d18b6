package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.library.CollectionWords;
import rounds.library.Details;
import rounds.library.LibraryIntake;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes libraries in: each resource with all of its versions in one transaction, or not at all.
@Singleton
class LibraryWriter {
    private final LibraryRepository library;
    private final LibraryIntake intake;
    private final PersonWriter people;
    private final CommunityWriter communities;
    private final MembershipWriter memberships;
    private final Rows rows;
    private final Changes changes;
    private final Transactions transactions;

    LibraryWriter(
            LibraryRepository library,
            LibraryIntake intake,
            PersonWriter people,
            CommunityWriter communities,
            MembershipWriter memberships,
            Rows rows,
            Changes changes,
            Transactions transactions) {
        this.library = library;
        this.intake = intake;
        this.people = people;
        this.communities = communities;
        this.memberships = memberships;
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// A version with what it is made of, ready to be stored.
    ///
    /// @param laid a link or a text; null: a file
    /// @param kept the file; null where it is none
    record Ready(
            Line.Version version,
            LibraryIntake.@Nullable Laid laid,
            LibraryIntake.@Nullable Kept kept) {}

    /// That one resource is replaced by another, or was made from it.
    ///
    /// @param of the key of the one that says so
    record Relation(String of, boolean supersedes) {}

    boolean has(Line.Resource resource) {
        return isHere(transactions.system(() -> resources(keys(resource.key(), resource.ownId()))));
    }

    boolean has(Line.Collection line) {
        Set<String> keys = keys(line.key(), line.ownId());
        return isHere(
                transactions.system(() ->
                        Found.byKey(
                                library.collections(
                                        keys.toArray(String[]::new), Found.ownIds(keys)))));
    }

    private static boolean isHere(Map<String, Long> found) {
        return !found.isEmpty();
    }

    private static Set<String> keys(String key, @Nullable Long ownId) {
        return Stream.concat(Stream.of(key), Stream.ofNullable(ownId).map(Ids::text))
                .collect(Collectors.toSet());
    }

    private Map<String, Long> resources(Set<String> keys) {
        return Found.byKey(library.resources(keys.toArray(String[]::new), Found.ownIds(keys)));
    }

    /// @param details as they are stored
    /// @param waiting what resources that are here say of this one
    /// @throws BadLineException with the reason, and nothing has come
    void add(
            Line.Resource line,
            Details details,
            List<Ready> versions,
            List<Relation> waiting,
            Run run) {
        Outcome outcome = new Outcome();
        transactions.runAsSystem(() -> {
            Set<String> makers =
                    Stream.concat(
                                    Stream.of(line.person()),
                                    versions.stream().map(one -> one.version.person()))
                            .collect(Collectors.toSet());
            Map<String, Long> persons = people.find(makers, run);
            long community = community(line.community());
            long sharer = found(persons, line.person(), "the person");
            long id = line.ownId() == null ? Ids.next() : line.ownId();
            library.insertResource(
                    rows.json(List.of(row(line, details, id, community, sharer, versions))));
            library.insertVersions(
                    rows.json(
                            versions.stream()
                                    .map(one ->
                                            row(
                                                    one,
                                                    id,
                                                    found(
                                                            persons,
                                                            one.version.person(),
                                                            "the person")))
                                    .toList()));
            relate(line, id, waiting);
            memberships.join(Map.of(new Run.Pair(community, sharer), line.created()), run, outcome);
            changes.appendAll(List.of(new ContentRef(ContentType.RESOURCE, id)), What.CREATED);
        });
        outcome.tell(run);
    }

    private long community(String key) {
        var home = communities.find(List.of(key)).get(key);
        if (home == null) {
            throw new BadLineException("the community " + Said.of(key) + " is not here");
        }
        return home.id();
    }

    private static long found(Map<String, Long> here, String key, String what) {
        Long id = here.get(key);
        if (id == null) {
            throw new BadLineException(what + " " + Said.of(key) + " is not here");
        }
        return id;
    }

    private ResourceRow row(
            Line.Resource line,
            Details details,
            long id,
            long community,
            long sharer,
            List<Ready> versions) {
        Html html = intake.html(details.description());
        Line.Version current =
                versions.stream()
                        .map(Ready::version)
                        .filter(version -> version.state().equals("current"))
                        .findFirst()
                        .orElseThrow();
        return new ResourceRow(
                id,
                community,
                details.kind().code(),
                details.title(),
                details.description(),
                html.value(),
                html.version(),
                details.language(),
                line.languageSaid(),
                details.tags(),
                details.keywords(),
                details.authors(),
                details.source(),
                details.licence().code(),
                details.journal(),
                details.year(),
                details.doi(),
                details.pmid(),
                details.outline(),
                line.adaptation(),
                line.visibility(),
                line.state(),
                sharer,
                line.created().toString(),
                Objects.requireNonNullElse(line.changed(), current.at()).toString(),
                current.number(),
                line.official(),
                line.reviewOn() == null ? null : line.reviewOn().toString(),
                Found.sourceId(line.key(), id));
    }

    private static VersionRow row(Ready ready, long resource, long maker) {
        Line.Version line = ready.version;
        LibraryIntake.Kept kept = ready.kept;
        LibraryIntake.Laid laid = ready.laid;
        Html html = laid == null ? null : laid.html();
        return new VersionRow(
                Ids.next(),
                resource,
                line.number(),
                line.state(),
                line.sealed(),
                line.madeOf() == 0 ? null : (Integer) line.madeOf(),
                laid == null ? "file" : laid.form().code(),
                kept == null ? null : kept.hash(),
                kept == null ? null : line.name(),
                kept == null ? null : kept.type().code(),
                kept == null ? null : (Long) kept.bytes(),
                laid == null ? null : laid.url(),
                laid == null ? null : laid.body(),
                html == null ? null : html.value(),
                html == null ? 0 : html.version(),
                line.note(),
                maker,
                line.at().toString());
    }

    // Of two that speak of each other the second to come says it: so nothing is missing when an
    // import is killed between them, and nothing that is here is changed by another run.
    private void relate(Line.Resource line, long id, List<Relation> waiting) {
        Set<String> keys =
                Stream.concat(
                                Stream.of(line.supersededBy(), line.adapts())
                                        .filter(Objects::nonNull),
                                waiting.stream().map(Relation::of))
                        .collect(Collectors.toSet());
        Map<String, Long> here = keys.isEmpty() ? Map.of() : resources(keys);
        Long successor = line.supersededBy() == null ? null : here.get(line.supersededBy());
        if (successor != null) {
            library.supersede(id, successor);
        }
        Long original = line.adapts() == null ? null : here.get(line.adapts());
        if (original != null) {
            library.adapt(id, original);
        }
        for (Relation relation : waiting) {
            Long other = here.get(relation.of);
            if (other != null && relation.supersedes) {
                library.supersede(other, id);
            } else if (other != null) {
                library.adapt(other, id);
            }
        }
    }

    /// Whether a resource is here by that key.
    boolean isHere(String key) {
        return isHere(transactions.system(() -> resources(Set.of(key))));
    }

    /// @throws BadLineException with the reason, and nothing has come
    void add(Line.Collection line) {
        CollectionWords words = LibraryTaker.checked(() -> intake.checked(line.words()));
        Html html = intake.html(words.description());
        transactions.runAsSystem(() -> {
            long community = community(line.community());
            long id = line.ownId() == null ? Ids.next() : line.ownId();
            library.insertCollection(
                    id,
                    community,
                    holder(line, community),
                    words.title(),
                    words.description(),
                    html.value(),
                    html.version(),
                    words.language(),
                    line.visibility(),
                    line.created(),
                    Found.sourceId(line.key(), id));
            Map<String, Long> here = resources(Set.copyOf(line.holds()));
            library.fill(
                    id,
                    line.holds().stream()
                            .map(here::get)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toArray(Long[]::new),
                    LibraryIntake.APART);
        });
    }

    private @Nullable Long holder(Line.Collection line, long community) {
        String in = line.in();
        if (in == null) {
            return null;
        }
        List<Found> found =
                library.holders(community, new String[] {in}, Found.ownIds(List.of(in)));
        return found(Found.byKey(found), in, "the collection");
    }

    /// @return false when it is here already
    /// @throws BadLineException with the reason
    boolean add(Line.Practice line, Run run) {
        return transactions.system(() -> {
            long resource =
                    found(resources(Set.of(line.resource())), line.resource(), "the resource");
            long person =
                    found(people.find(Set.of(line.person()), run), line.person(), "the person");
            boolean come = library.practise(resource, person, line.note(), line.at()) == 1;
            if (come) {
                library.countPractice(resource);
            }
            return come;
        });
    }
}
