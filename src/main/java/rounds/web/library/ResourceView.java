package rounds.web.library;

import rounds.community.Community;
import rounds.library.CheckedFile;
import rounds.library.CollectionWithin;
import rounds.library.LibraryCollection;
import rounds.library.Licence;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.TextState;
import rounds.library.Version;
import rounds.library.VersionState;
import rounds.library.citation.Reference;
import rounds.library.citation.Vancouver;
import rounds.platform.database.Ids;
import rounds.platform.documents.DocumentType;
import rounds.web.page.Filled;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A resource on its page.
///
/// @param number of the page of the document that is asked for; 1: the beginning
/// @param asked whether that page was asked for, and not only the resource
/// @param parts that page, and what follows where several stand on one page of ours
/// @param found where the words stand that are looked for
/// @param checked what is asked about in the file of that version, its first passages
/// @param today in the reader's zone
/// @param curated what stands in the curators' form
/// @param holding the collections in which it stands
/// @param offered all collections of the library, for who may put it into them
public record ResourceView(
        Community community,
        ResourcePage page,
        int number,
        boolean asked,
        List<Part> parts,
        Found found,
        CheckedFile checked,
        LocalDate today,
        Filled curated,
        Beside beside,
        List<LibraryCollection> holding,
        List<CollectionWithin> offered) {

    ResourceView with(Beside other) {
        return new ResourceView(
                community, page, number, asked, parts, found, checked, today, curated, other,
                holding, offered);
    }

    private static final Set<DocumentType> DECKS = Set.of(DocumentType.PPTX, DocumentType.ODP);

    /// Parts of a document without pages, or slides, that stand on one page of ours.
    private static final int PARTS = 10;

    /// How many pages of that version stand on one page of ours.
    static int step(Version shown) {
        boolean alone = shown.isPdf() || isSheets(shown);
        return alone ? 1 : PARTS;
    }

    private static boolean isSheets(Version shown) {
        return shown.file() != null && shown.file().type() == DocumentType.XLSX;
    }

    /// What its pages are called: `page`, `slide` or `sheet`.
    public String unit() {
        Version.File file = version().file();
        if (file != null && DECKS.contains(file.type())) {
            return "slide";
        }
        return isSheets(version()) ? "sheet" : "page";
    }

    /// The page of the document with which the page of ours before this one begins; 0: there is
    /// none.
    public int before() {
        return number == 1 ? 0 : Math.max(1, number - step(version()));
    }

    /// The one with which the next begins; 0: there is none.
    public int next() {
        int next = number + step(version());
        return next > version().pages() ? 0 : next;
    }

    /// The last page of the document that stands on this page of ours.
    public int last() {
        return Math.max(number, Math.min(version().pages(), number + step(version()) - 1));
    }

    /// Whether there are words in it to be looked for.
    public boolean searchable() {
        return version().file() != null
                && (version().text() == TextState.READ
                        || version().text() == TextState.PARTIAL
                        || version().text() == TextState.TOO_LONG);
    }

    public Resource resource() {
        return page.resource();
    }

    public Version version() {
        return page.shown();
    }

    /// Where the file of the shown version lies; empty where there is none.
    public String file() {
        return version().file() == null
                ? ""
                : "/r/" + Ids.text(resource().id()) + "/v/" + version().number() + "/file";
    }

    /// The address of this version's page, to which the number of a page is added.
    public String here() {
        return version().state() == VersionState.CURRENT
                ? resource().path()
                : "/r/" + Ids.text(resource().id()) + "/v/" + version().number();
    }

    /// How this version is cited, in one line. It never holds our own address, so that it needs
    /// none.
    public String citation() {
        return Vancouver.line(Reference.of(page, ""));
    }

    public boolean due() {
        LocalDate on = resource().reviewOn();
        return on != null && !on.isAfter(today);
    }

    /// Where the terms of its licence stand; empty where it has none of its own.
    public String terms() {
        return resource().details().licence().terms();
    }

    public boolean licensed() {
        return resource().details().licence() != Licence.UNKNOWN;
    }

    public List<Version> earlier() {
        return page.versions().stream()
                .filter(version ->
                        version.state() != VersionState.PROPOSED
                                && version.state() != VersionState.HELD)
                .toList();
    }

    /// Versions that are held back, but for the one that is shown.
    public List<Version> held() {
        return page.held().stream().filter(one -> one.id() != version().id()).toList();
    }

    public List<Long> holdingIds() {
        return holding.stream().map(LibraryCollection::id).toList();
    }

    /// The ids of the offered collections, as the form carries them.
    public String offeredIds() {
        return offered.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.collection()), one.within().stream()))
                .map(one -> Ids.text(one.id()))
                .collect(Collectors.joining(" "));
    }
}
