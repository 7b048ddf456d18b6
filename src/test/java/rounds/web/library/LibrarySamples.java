package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.forum.DiscussionSummary;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.library.Adaptation;
import rounds.library.Adapted;
import rounds.library.Asked;
import rounds.library.CheckedFile;
import rounds.library.CollectionWithin;
import rounds.library.DeclinedWords;
import rounds.library.Details;
import rounds.library.Fate;
import rounds.library.FileFinding;
import rounds.library.LibraryCollection;
import rounds.library.Licence;
import rounds.library.Looked;
import rounds.library.Practised;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.library.ResourcePage;
import rounds.library.ResourceRights;
import rounds.library.ResourceSummary;
import rounds.library.ShelfFilter;
import rounds.library.TextState;
import rounds.library.Upload;
import rounds.library.Use;
import rounds.library.Version;
import rounds.library.VersionForm;
import rounds.library.VersionState;
import rounds.library.Withheld;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.platform.difference.Segment;
import rounds.platform.documents.DocumentType;
import rounds.platform.markdown.Html;
import rounds.search.Passage;
import rounds.support.Sample;
import rounds.topics.ResultOf;
import rounds.web.forum.ForumSamples;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Form;
import rounds.web.search.SearchSamples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

public final class LibrarySamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Standing MODERATOR =
            new Standing(Visibility.PUBLIC, Set.of(Role.MEMBER, Role.MODERATOR));
    private static final Asked ASKED = new Asked("Names <taken> out", AT);
    private static final Author ADA = new Author(7, "ada.lind", "Ada <Lind>", "Nurse");
    private static final ResourceRights ALL = rights(true);
    private static final ResourceRights NONE = rights(false);
    private static final Community CARED_FOR = community(Set.of("read", "share", "curate"));
    private static final Community OPEN = community(Set.of("read"));

    private static final List<DiscussionSummary> REQUESTS = List.of(ForumSamples.row(false));
    private static final LibraryCollection INNER =
            collection(
                    3,
                    new LibraryCollection.Parent(
                            2,
                            "First & <visits>",
                            "/c/home-care/library/collections/0000000000002"),
                    false);
    private static final List<CollectionWithin> NESTED =
            List.of(new CollectionWithin(collection(2, null, true), List.of(INNER)));

    private static final Found UNASKED = Found.NOTHING_ASKED;
    private static final Passage PASSAGE =
            new Passage(
                    List.of(
                            new Passage.Segment("Words & ", false),
                            new Passage.Segment("<more>", true)));
    private static final Part WRITTEN = new Part(1, "", "<p>Words</p>", new Passage(List.of()));
    private static final List<Part> PAGES =
            List.of(
                    new Part(7, "Head & <shoulders>", null, PASSAGE),
                    new Part(8, "", "<p>Words</p>", new Passage(List.of())));
    private static final Found FOUND =
            new Found(
                    "<more> & more",
                    List.of(new Found.FoundPage(7, PASSAGE), new Found.FoundPage(9, PASSAGE)),
                    true,
                    false);
    private static final Found PARTLY =
            new Found("a b", List.of(new Found.FoundPage(7, PASSAGE)), false, true);
    private static final Found LOST = new Found("nowhere", List.of(), false, false);

    public static final List<Sample> ALL_PAGES =
            Stream.of(
                            lists(),
                            sharing(),
                            resources(),
                            comparisons(),
                            checks(),
                            discussed(),
                            changing(),
                            collections(),
                            reworded(),
                            askedAgain(),
                            decisions(),
                            acts())
                    .flatMap(List::stream)
                    .toList();

    private static List<Sample> lists() {
        var every = new ShelfFilter(ShelfFilter.Order.NEWEST, null, null, null);
        var narrowed =
                new ShelfFilter(
                        ShelfFilter.Order.MOST_USED, ResourceKind.ARTICLE, "falls & more", "en");
        var due = new ShelfFilter(ShelfFilter.Order.DUE, null, null, null);
        List<ResourceSummary> rows =
                Arrays.stream(ResourceKind.values()).map(LibrarySamples::summary).toList();
        return List.of(
                new Sample(
                        "library/library",
                        new LibraryPage(CARED_FOR, every, new Slice<>(rows, "next"))),
                new Sample(
                        "library/library",
                        new LibraryPage(OPEN, every, new Slice<>(List.of(), null))),
                new Sample(
                        "library/library",
                        new LibraryPage(OPEN, narrowed, new Slice<>(List.of(), null))),
                new Sample(
                        "library/library",
                        new LibraryPage(CARED_FOR, due, new Slice<>(List.of(), null))));
    }

    private static List<Sample> sharing() {
        var upload = new Upload(5, "a <guide>.pdf", 1_400_000, 1_400_000, DocumentType.PDF);
        return Stream.of("file", "link", "text")
                .flatMap(form ->
                        Stream.of(
                                new SharePage(CARED_FOR, form, List.of(), null, null, filled(form)),
                                new SharePage(
                                        CARED_FOR,
                                        form,
                                        List.of(),
                                        resource(ALL, State.VISIBLE),
                                        ForumSamples.REQUEST,
                                        answering(form)),
                                new SharePage(
                                        CARED_FOR,
                                        form,
                                        List.of(upload),
                                        null,
                                        null,
                                        refused(form)),
                                new SharePage(
                                        CARED_FOR, form, List.of(upload), null, null, pasted(form)),
                                new SharePage(
                                        CARED_FOR, form, List.of(upload), null, null, told(form)),
                                new SharePage(
                                        CARED_FOR, form, List.of(), null, null, unreadable(form))))
                .map(page -> new Sample("library/share", page))
                .toList();
    }

    private static List<Sample> changing() {
        return Stream.of("file", "link", "text")
                .flatMap(form ->
                        Stream.of(
                                new Sample(
                                        "library/version",
                                        new VersionPage(
                                                CARED_FOR,
                                                resource(ALL, State.VISIBLE),
                                                List.of(),
                                                filled(form))),
                                new Sample(
                                        "library/version",
                                        new VersionPage(
                                                OPEN,
                                                resource(NONE, State.VISIBLE),
                                                List.of(),
                                                refused(form))),
                                new Sample(
                                        "library/edit",
                                        new EditResourcePage(
                                                CARED_FOR,
                                                resource(ALL, State.VISIBLE),
                                                form.equals("link") ? words() : null,
                                                form.equals("link")
                                                        ? "library.edited-meanwhile"
                                                        : "",
                                                form.equals("link") ? rewritten() : List.of(),
                                                form.equals("file")
                                                        ? refused(form)
                                                        : filled(form)))))
                .toList();
    }

    private static List<Sample> resources() {
        return Stream.concat(
                        Arrays.stream(TextState.values()).map(LibrarySamples::pdf),
                        Stream.of(
                                view(link(), ALL, State.HIDDEN, List.of(), UNASKED),
                                view(text(), ALL, State.QUEUED, List.of(WRITTEN), UNASKED),
                                view(picture(), NONE, State.DELETED, List.of(), UNASKED),
                                view(proposed(), ALL, State.VISIBLE, List.of(WRITTEN), UNASKED),
                                view(file(DocumentType.PDF), ALL, State.VISIBLE, PAGES, FOUND),
                                view(file(DocumentType.PDF), NONE, State.VISIBLE, PAGES, LOST),
                                view(file(DocumentType.DOCX), ALL, State.VISIBLE, PAGES, FOUND),
                                view(file(DocumentType.PPTX), ALL, State.VISIBLE, PAGES, FOUND),
                                view(file(DocumentType.DOCX), ALL, State.VISIBLE, PAGES, PARTLY),
                                view(file(DocumentType.XLSX), NONE, State.VISIBLE, PAGES, LOST)))
                .map(page -> new Sample("library/resource", page))
                .toList();
    }

    private static List<Sample> discussed() {
        Resource resource = resource(ALL, State.VISIBLE);
        return List.of(
                new Sample(
                        "library/discussed",
                        new DiscussedPage(CARED_FOR, resource, new Slice<>(REQUESTS, "next"))),
                new Sample(
                        "library/discussed",
                        new DiscussedPage(OPEN, resource, new Slice<>(List.of(), null))));
    }

    private static ResourceView pdf(TextState state) {
        boolean read = state == TextState.READ || state == TextState.PARTIAL;
        return view(
                new Version(
                        3,
                        3,
                        VersionState.CURRENT,
                        VersionForm.FILE,
                        new Version.File("a <guide>.pdf", DocumentType.PDF, 410_000),
                        null,
                        null,
                        null,
                        "New & better",
                        ADA,
                        AT,
                        null,
                        "",
                        state,
                        read ? 12 : 0,
                        Looked.CLEAR),
                read ? ALL : NONE,
                State.VISIBLE,
                read ? PAGES.subList(0, 1) : List.of(),
                UNASKED);
    }

    private static Version file(DocumentType type) {
        return new Version(
                3,
                3,
                VersionState.CURRENT,
                VersionForm.FILE,
                new Version.File("a <guide>", type, 410_000),
                null,
                null,
                null,
                "",
                ADA,
                AT,
                null,
                "",
                TextState.READ,
                22,
                Looked.CLEAR);
    }

    private static List<Sample> comparisons() {
        var segments =
                List.of(
                        Segment.same("Same & "),
                        Segment.removed("<old>"),
                        Segment.added("<new>"),
                        Segment.same("long ".repeat(500)),
                        Segment.added("more"));
        return Stream.concat(
                        Arrays.stream(Comparison.State.values()).map(Comparison::none),
                        Stream.of(Comparison.of(segments, true)))
                .map(comparison ->
                        new Sample(
                                "library/changes",
                                new ComparisonPage(
                                        CARED_FOR,
                                        new ResourcePage(
                                                resource(ALL, State.VISIBLE),
                                                proposed(),
                                                List.of(proposed(), text(), link()),
                                                null,
                                                null,
                                                null,
                                                null,
                                                false,
                                                false),
                                        declined(),
                                        comparison)))
                .toList();
    }

    private static ResourceView view(
            Version version, ResourceRights may, State state, List<Part> parts, Found found) {
        ResourcePage page = page(version, may, state);
        return new ResourceView(
                may.curate() ? CARED_FOR : OPEN,
                page,
                7,
                state == State.VISIBLE && may.curate(),
                parts,
                found,
                new CheckedFile(
                        page,
                        version.looked().isOpen() ? findings() : List.of(),
                        version.looked().isOpen() ? 7 : 0,
                        may.curate()),
                DAY,
                may.curate() && state == State.HIDDEN
                        ? new Filled(
                                new Form(Map.of("review-on", List.of("soon"))),
                                List.of(new Problem.Field("review-on", "library.review.unusable")))
                        : Filled.with(Map.of("official", "yes", "successor", "")),
                beside(may, state),
                may.curate() ? List.of(INNER) : List.of(),
                may.curate() && state == State.VISIBLE ? NESTED : List.of());
    }

    private static Beside beside(ResourceRights may, State state) {
        if (!may.curate()) {
            return Beside.NOTHING;
        }
        var use = new Use(ADA, "Fits & <helps>", AT);
        var adapted =
                new Adapted(
                        "Ours", "fr", "/r/0000000000008-ours", "Valley", ADA, "Shorter <now>", AT);
        return new Beside(
                state == State.VISIBLE,
                state == State.VISIBLE,
                new Practised(
                        List.of(use), state == State.VISIBLE ? use : null, true, List.of(adapted)),
                state == State.HIDDEN
                        ? new Filled(
                                new Form(Map.of("note", List.of("long"))),
                                List.of(new Problem.Field("note", "forum.note.too-long", 600, 500)))
                        : Filled.with(Map.of("note", "Fits")),
                new Slice<>(REQUESTS, "next"),
                SearchSamples.HITS,
                new ResultOf(91, "How <low>?", "fr"));
    }

    private static LibraryCollection collection(
            long id, LibraryCollection.Parent parent, boolean rich) {
        return new LibraryCollection(
                id,
                1,
                "home-care",
                parent,
                "First & <visits>",
                rich ? "For *beginners*" : "",
                new Html(rich ? "<p>For <em>beginners</em></p>" : "", 1),
                rich ? "fr" : "en",
                rich ? 3 : 0,
                1,
                4);
    }

    private static List<Sample> collections() {
        List<ResourceSummary> rows =
                Arrays.stream(ResourceKind.values()).map(LibrarySamples::summary).toList();
        var some = new Slice<>(rows, "next");
        Slice<ResourceSummary> none = new Slice<>(List.of(), null);
        var shown = NESTED.getFirst();
        var moved = new Focus(rows.get(1).id(), "down", "Falls & <more>", 2, 9, true);
        var refused =
                new Filled(
                        new Form(Map.of("title", List.of("A <title>"))),
                        List.of(
                                new Problem.Field("title", "forum.title.missing"),
                                new Problem.Field("parent", "library.collection.too-deep")));
        return Stream.of(
                        new LibraryFront(CARED_FOR, NESTED, some, rows, REQUESTS),
                        new LibraryFront(CARED_FOR, List.of(), some, List.of(), List.of()),
                        new LibraryFront(
                                OPEN, Collections.nCopies(13, shown), some, rows, List.of()),
                        new LibraryFront(OPEN, List.of(), none, List.of(), REQUESTS),
                        new CollectionsPage(CARED_FOR, NESTED, null, ""),
                        new CollectionsPage(
                                CARED_FOR, NESTED, new Focus(2, "up", "First", 1, 1, false), ""),
                        new CollectionsPage(
                                CARED_FOR, NESTED, null, "library.collection.moved-meanwhile"),
                        new CollectionsPage(CARED_FOR, Collections.nCopies(50, shown), null, ""),
                        new CollectionsPage(CARED_FOR, List.of(), null, ""),
                        new CollectionsPage(OPEN, NESTED, null, ""),
                        new CollectionsPage(OPEN, List.of(), null, ""),
                        new CollectionView(CARED_FOR, shown, some, true),
                        new CollectionView(
                                OPEN, new CollectionWithin(INNER, List.of()), some, false),
                        new CollectionView(
                                CARED_FOR, new CollectionWithin(INNER, List.of()), none, true),
                        new CollectionView(
                                OPEN, new CollectionWithin(INNER, List.of()), none, true),
                        new CollectionFormPage(
                                CARED_FOR, null, List.of(shown.collection()), Filled.empty()),
                        new CollectionFormPage(
                                CARED_FOR, INNER, List.of(shown.collection()), refused),
                        new CollectionFormPage(
                                CARED_FOR, shown.collection(), List.of(), Filled.empty()),
                        new CollectionOrderPage(
                                CARED_FOR, INNER, some, "", "", List.of(), 0, true, null, ""),
                        new CollectionOrderPage(
                                CARED_FOR,
                                INNER,
                                some,
                                "later",
                                "a <word>",
                                rows,
                                0,
                                false,
                                moved,
                                ""),
                        new CollectionOrderPage(
                                CARED_FOR,
                                INNER,
                                some,
                                "",
                                "a <word>",
                                rows,
                                rows.get(1).id(),
                                true,
                                new Focus(rows.get(1).id(), "put", "Falls", 2, 9, false),
                                ""),
                        new CollectionOrderPage(
                                CARED_FOR, INNER, none, "", "none", List.of(), 0, false, null, ""),
                        new CollectionOrderPage(
                                CARED_FOR,
                                INNER,
                                some,
                                "",
                                "",
                                List.of(),
                                0,
                                true,
                                null,
                                "library.collection.moved-meanwhile"))
                .map(page -> new Sample(template(page), page))
                .toList();
    }

    private static @Nullable Fate fate(ResourceRights may, State state) {
        return switch (state) {
            case HIDDEN ->
                    may.curate()
                            ? new Fate("resource_hidden", "It <sells> & more", AT)
                            : new Fate("hidden_by_report", "", AT);
            case DELETED ->
                    may.curate()
                            ? new Fate("resource_declined", "We have it & <more>", AT)
                            : new Fate("resource_deleted", "Gone", AT);
            case QUEUED -> new Fate("resource_declined", "We have it & <more>", AT);
            case VISIBLE -> null;
        };
    }

    private static DeclinedWords kept() {
        return new DeclinedWords(words(), "It <sells>", AT, 1);
    }

    private static ResourcePage page(Version version, ResourceRights may, State state) {
        return new ResourcePage(
                resource(may, state),
                version,
                List.of(proposed(), held(Looked.ASKS), version, declined()),
                may.curate() && state != State.VISIBLE ? words() : null,
                may.curate() ? kept() : null,
                state == State.HIDDEN && may.curate() ? ASKED : null,
                fate(may, state),
                state == State.QUEUED && version.isHeld(),
                may.curate() && state != State.VISIBLE);
    }

    private static Version held(Looked looked) {
        return looked(VersionState.HELD, looked);
    }

    private static Version looked(VersionState state, Looked looked) {
        return new Version(
                6,
                6,
                state,
                VersionForm.FILE,
                new Version.File("a <guide>.pdf", DocumentType.PDF, 410_000),
                null,
                null,
                null,
                "",
                ADA,
                AT,
                null,
                "",
                looked == Looked.WAITING ? TextState.WAITING : TextState.READ,
                looked == Looked.WAITING ? 0 : 12,
                looked);
    }

    private static List<FileFinding> findings() {
        return List.of(
                finding(1, "health_card", true, null),
                finding(2, "name", false, null),
                finding(3, "unseen", false, null),
                finding(4, "date", false, AT));
    }

    private static FileFinding finding(long id, String kind, boolean certain, Instant confirmed) {
        boolean unseen = kind.equals("unseen");
        return new FileFinding(
                id,
                kind,
                unseen ? "" : "Ann <Lee>",
                unseen ? "" : "…to & fro ",
                unseen ? "" : ", at home",
                id == 2 ? new Integer[] {3, 7, 12} : new Integer[] {1},
                id == 2 ? 12 : 1,
                certain,
                confirmed == null ? "" : "She wrote <it>",
                confirmed);
    }

    private static List<Sample> checks() {
        var samples = new ArrayList<Sample>();
        for (Looked looked : Looked.values()) {
            for (ResourceRights may : List.of(ALL, NONE)) {
                Version version = held(looked);
                samples.add(
                        new Sample(
                                "library/resource",
                                view(version, may, State.QUEUED, List.of(), UNASKED)));
                samples.add(
                        new Sample(
                                "library/resource",
                                view(
                                        looked(VersionState.CURRENT, looked),
                                        may,
                                        State.VISIBLE,
                                        List.of(),
                                        UNASKED)));
                samples.add(
                        new Sample(
                                "library/check",
                                new CheckPage(
                                        CARED_FOR,
                                        new CheckedFile(
                                                page(version, may, State.QUEUED),
                                                findings(),
                                                7,
                                                may.curate()),
                                        may.curate() ? "library.check.meanwhile" : "",
                                        Filled.refused(
                                                new Form(Map.of("finding", List.of(Ids.text(2)))),
                                                ProblemException.invalid(
                                                        "reason",
                                                        "library.check.reason.missing")))));
            }
        }
        samples.add(
                new Sample(
                        "library/check",
                        new CheckPage(
                                CARED_FOR,
                                new CheckedFile(
                                        page(held(Looked.ASKS), ALL, State.QUEUED),
                                        List.of(finding(3, "unseen", false, null)),
                                        1,
                                        true),
                                "",
                                Filled.empty())));
        return samples;
    }

    private static List<Rewritten> rewritten() {
        return Rewritten.between(resource(ALL, State.VISIBLE).details(), words().details());
    }

    private static Withheld withheld(State state, boolean rich) {
        return new Withheld(
                summary(rich ? ResourceKind.GUIDELINE : ResourceKind.TOOL),
                state,
                state == State.DELETED && rich,
                fate(rich ? ALL : NONE, state),
                state == State.HIDDEN && rich ? ASKED : null,
                state == State.QUEUED && !rich,
                rich,
                rich);
    }

    private static List<Sample> askedAgain() {
        Resource resource = resource(ALL, State.QUEUED);
        List<Withheld> all =
                Arrays.stream(State.values())
                        .flatMap(state -> Stream.of(withheld(state, true), withheld(state, false)))
                        .toList();
        return List.of(
                new Sample("library/shared", new SharedPage(new Slice<>(all, "next"))),
                new Sample("library/shared", new SharedPage(new Slice<>(List.of(), null))),
                new Sample(
                        "library/declined",
                        new DeclinedWordsPage(
                                CARED_FOR, resource(ALL, State.VISIBLE), kept(), rewritten())),
                new Sample(
                        "library/since",
                        new SincePage(
                                CARED_FOR,
                                resource,
                                kept(),
                                fate(ALL, State.QUEUED),
                                ASKED,
                                rewritten())),
                new Sample(
                        "library/since",
                        new SincePage(OPEN, resource, kept(), null, null, List.of())));
    }

    private static ProposedWords words() {
        return new ProposedWords(
                11,
                new Details(
                        ResourceKind.TOOL,
                        "Falls & <less>",
                        "About <them>",
                        "fr",
                        List.of("falls"),
                        List.of("gait"),
                        List.of("Lind A"),
                        "A <college>",
                        Licence.UNKNOWN,
                        "A journal",
                        null,
                        "",
                        "",
                        "",
                        new Adaptation(8, "Longer <now>")),
                ADA,
                AT);
    }

    private static List<Sample> decisions() {
        var problem =
                new Filled(
                        new Form(Map.of("reason", List.of(""))),
                        List.of(new Problem.Field("reason", "forum.reason.missing")));
        var compared = Comparison.of(List.of(Segment.same("Same "), Segment.added("<new>")), false);
        return Stream.of(
                        new DecisionPage(
                                CARED_FOR,
                                resource(ALL, State.VISIBLE),
                                text(),
                                proposed(),
                                compared,
                                false,
                                "library.version.other-current",
                                problem),
                        new DecisionPage(
                                OPEN,
                                resource(NONE, State.VISIBLE),
                                text(),
                                proposed(),
                                Comparison.none(Comparison.State.WAITING),
                                false,
                                "",
                                Filled.empty()),
                        new DecisionPage(
                                CARED_FOR,
                                resource(ALL, State.VISIBLE),
                                picture(),
                                proposed(),
                                Comparison.none(Comparison.State.WAITING),
                                false,
                                "",
                                Filled.empty()),
                        new DecisionPage(
                                OPEN,
                                resource(NONE, State.VISIBLE),
                                link(),
                                proposed(),
                                Comparison.none(Comparison.State.NO_TEXT),
                                true,
                                "",
                                Filled.empty()))
                .map(page -> new Sample("library/decision", page))
                .toList();
    }

    private static List<Sample> reworded() {
        Resource resource = resource(ALL, State.VISIBLE);
        var same = new ProposedWords(11, resource.details(), ADA, AT);
        return List.of(
                new Sample(
                        "library/words",
                        new WordsPage(
                                CARED_FOR,
                                resource,
                                words(),
                                null,
                                false,
                                "library.words.meanwhile",
                                Filled.empty())),
                new Sample(
                        "library/settled",
                        new SettledPage(
                                CARED_FOR, resource, "library.decided-meanwhile", "Why & <so>")),
                new Sample(
                        "library/settled",
                        new SettledPage(OPEN, resource, "library.moved-meanwhile", "")),
                new Sample(
                        "library/words",
                        new WordsPage(
                                OPEN,
                                resource(NONE, State.VISIBLE),
                                words(),
                                rewritten(),
                                true,
                                "",
                                Filled.empty())),
                new Sample(
                        "library/words",
                        new WordsPage(
                                CARED_FOR,
                                resource,
                                same,
                                List.of(),
                                false,
                                "",
                                new Filled(
                                        new Form(Map.of("reason", List.of(""))),
                                        List.of(
                                                new Problem.Field(
                                                        "reason", "forum.reason.missing"))))));
    }

    private static List<Sample> acts() {
        return Stream.of(
                        "report", "delete", "hide", "restore", "admit", "decline", "reopen", "keep",
                        "again", "ask")
                .flatMap(act ->
                        Stream.of(
                                new ResourceActPage(
                                        CARED_FOR,
                                        resource(ALL, State.VISIBLE),
                                        act,
                                        true,
                                        Filled.empty()),
                                new ResourceActPage(
                                        CARED_FOR,
                                        resource(NONE, State.VISIBLE),
                                        act,
                                        false,
                                        new Filled(
                                                new Form(Map.of("reason", List.of(" "))),
                                                List.of(
                                                        new Problem.Field(
                                                                "reason",
                                                                "forum.reason.missing"))))))
                .map(page -> new Sample("library/act", page))
                .toList();
    }

    private static String template(Record page) {
        return switch (page) {
            case LibraryFront _ -> "library/front";
            case CollectionsPage _ -> "library/collections";
            case CollectionView _ -> "library/collection";
            case CollectionFormPage _ -> "library/collection-edit";
            default -> "library/arrange";
        };
    }

    private static Version link() {
        return other(VersionForm.LINK, VersionState.CURRENT, null, "https://example.org/?a=b&c=d");
    }

    private static Version text() {
        return other(VersionForm.TEXT, VersionState.CURRENT, null, null);
    }

    private static Version picture() {
        return other(
                VersionForm.FILE,
                VersionState.CURRENT,
                new Version.File("photo.png", DocumentType.PNG, 900),
                null);
    }

    private static Version proposed() {
        return other(VersionForm.TEXT, VersionState.PROPOSED, null, null);
    }

    private static Version declined() {
        return other(VersionForm.TEXT, VersionState.DECLINED, null, null);
    }

    private static Version other(
            VersionForm form, VersionState state, Version.File file, String url) {
        return new Version(
                4,
                4,
                state,
                form,
                file,
                url,
                form == VersionForm.TEXT ? new Html("<p>Words</p>", 1) : null,
                form == VersionForm.TEXT ? "Words" : null,
                "Why & how",
                ADA,
                AT,
                1,
                state == VersionState.DECLINED ? "We have it & <more>" : "",
                TextState.NONE,
                0,
                Looked.NONE);
    }

    private static Resource resource(ResourceRights may, State state) {
        boolean rich = may.curate();
        return new Resource(
                3,
                1,
                "home-care",
                "Home care",
                rich
                        ? new Details(
                                ResourceKind.ARTICLE,
                                "Falls & <more>",
                                "About it",
                                "en",
                                List.of("falls", "a & b"),
                                List.of("gait", "age"),
                                List.of("Diallo A", "Lind A"),
                                "A <college>",
                                Licence.CC_BY_SA,
                                "A journal",
                                2024,
                                "10.1000/182",
                                "31452104",
                                "Background: words",
                                new Adaptation(8, "Shorter <now>"))
                        : Details.of(ResourceKind.TOOL, "Falls"),
                new Html(rich ? "<p>About it</p>" : "", 1),
                state,
                ADA,
                AT,
                AT,
                3,
                2,
                rich,
                rich ? DAY : null,
                rich ? new Resource.Successor("Newer & better", "/r/0000000000009-newer") : null,
                rich
                        ? new Resource.Origin(
                                "The <first>", "/r/0000000000008-first", "Valley", "Shorter <now>")
                        : null,
                rich ? 12 : 0,
                rich ? 3 : 0,
                rich ? 2 : 0,
                null,
                rich,
                rich ? Visibility.PUBLIC : Visibility.PRIVATE,
                MODERATOR,
                may);
    }

    private static ResourceSummary summary(ResourceKind kind) {
        boolean rich = kind.ordinal() % 2 == 0;
        return new ResourceSummary(
                kind.ordinal() + 1,
                "home-care",
                "Home care",
                kind.code(),
                "Falls & <more>",
                rich ? "fr" : "en",
                List.of(),
                rich ? "file" : "link",
                rich ? "pdf" : "",
                rich ? 12 : 0,
                ADA,
                AT,
                rich,
                null,
                kind.ordinal(),
                !rich,
                2);
    }

    private static ResourceRights rights(boolean may) {
        return new ResourceRights(may, may, may, may, may, may, false, false, may, may, may);
    }

    private static Filled filled(String form) {
        return Filled.with(Map.of("form", form, "kind", "tool", "url", "", "body", ""));
    }

    private static Filled answering(String form) {
        return Filled.with(
                Map.of(
                        "form",
                        form,
                        "kind",
                        "tool",
                        "adapts",
                        "000000000000z",
                        "answers",
                        "000000000000y",
                        "adaptation",
                        "Shorter & clearer"));
    }

    private static Filled pasted(String form) {
        return Filled.with(
                Map.of("form", form, "kind", "article", "fill", "yes", "authors", "Diallo A"));
    }

    private static Filled told(String form) {
        return Filled.with(
                Map.of(
                        "form",
                        form,
                        "kind",
                        "tool",
                        "said",
                        "yes",
                        "language-0000000000005",
                        "fr"));
    }

    private static Filled unreadable(String form) {
        return new Filled(
                new Form(
                        Map.of(
                                "form", List.of(form),
                                "fill", List.of("yes"),
                                "citation", List.of("@article{<b>"))),
                List.of(new Problem.Field("citation", "library.citation.unreadable")));
    }

    private static Filled refused(String form) {
        return new Filled(
                new Form(
                        Map.of(
                                "form", List.of(form),
                                "title", List.of("A \"title\""),
                                "authors", List.of("Diallo A\nLind A"),
                                "upload", List.of("0000000000005"),
                                "authors-0000000000005", List.of("Diallo A"),
                                "licence", List.of("cc-by"))),
                List.of(
                        new Problem.Field("file", "document.refused.type"),
                        new Problem.Field("url", "library.url.missing"),
                        new Problem.Field("body", "forum.body.missing"),
                        new Problem.Field("year", "library.year.unusable"),
                        new Problem.Field("language-0000000000005", "forum.language.unknown"),
                        new Problem.Field("title-0000000000005", "forum.title.missing")));
    }

    private static Community community(Set<String> may) {
        return new Community(
                1,
                "home-care",
                "Home care & more",
                "Purpose",
                "",
                Visibility.PUBLIC,
                List.of("en"),
                12,
                Waiting.NOTHING,
                false,
                false,
                false,
                false,
                false,
                true,
                AT,
                MODERATOR,
                may,
                null);
    }

    private LibrarySamples() {}
}
