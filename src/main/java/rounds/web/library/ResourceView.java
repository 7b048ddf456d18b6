package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.CollectionWithin;
import rounds.library.LibraryCollection;
import rounds.library.Licence;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.TextPage;
import rounds.library.Version;
import rounds.library.VersionState;
import rounds.library.citation.Reference;
import rounds.library.citation.Vancouver;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A resource on its page.
///
/// @param number of the page of the document that is asked for; 1: the beginning
/// @param text of that page, and of what follows where it is shown as text
/// @param html of that page where it can be shown as more than text; absent otherwise
/// @param today in the reader's zone
/// @param curated what stands in the curators' form
/// @param holding the collections in which it stands
/// @param offered all collections of the library, for who may put it into them
public record ResourceView(
        Community community,
        ResourcePage page,
        int number,
        List<TextPage> text,
        @Nullable String html,
        LocalDate today,
        Filled curated,
        Beside beside,
        List<LibraryCollection> holding,
        List<CollectionWithin> offered) {

    ResourceView with(Beside other) {
        return new ResourceView(
                community, page, number, text, html, today, curated, other, holding, offered);
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
                .filter(version -> version.state() != VersionState.PROPOSED)
                .toList();
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
