package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseReport;
import rounds.cases.CaseSummary;
import rounds.cases.HiddenCase;
import rounds.community.Community;
import rounds.forum.Item;
import rounds.forum.Planned;
import rounds.forum.Report;
import rounds.library.HeldFile;
import rounds.library.LibraryCase;
import rounds.platform.database.Slice;
import rounds.topics.OfferedTopic;

import java.util.List;

/// What a community's moderators have before them.
///
/// @param offered topics of other communities that wait to be shown here or not
public record ModerationPage(
        Community community,
        Slice<Report> reports,
        Slice<Item> queue,
        Slice<Item> hidden,
        Slice<Planned> planned,
        Slice<LibraryCase> resourceReports,
        Slice<LibraryCase> resourceQueue,
        Slice<LibraryCase> hiddenResources,
        List<HeldFile> files,
        Slice<CaseReport> caseReports,
        Slice<CaseSummary> caseQueue,
        Slice<HiddenCase> hiddenCases,
        List<OfferedTopic> offered) {

    public @Nullable String morePlanned() {
        return planned.next() == null ? null : path() + "?planned=" + planned.next();
    }

    public @Nullable String moreReports() {
        return reports.next() == null ? null : path() + "?reports=" + reports.next();
    }

    public @Nullable String moreQueue() {
        return queue.next() == null ? null : path() + "?queue=" + queue.next();
    }

    public @Nullable String moreHidden() {
        return hidden.next() == null ? null : path() + "?hidden=" + hidden.next();
    }

    public @Nullable String moreResourceReports() {
        return resourceReports.next() == null
                ? null
                : path() + "?reported=" + resourceReports.next();
    }

    public @Nullable String moreResourceQueue() {
        return resourceQueue.next() == null ? null : path() + "?waiting=" + resourceQueue.next();
    }

    public @Nullable String moreHiddenResources() {
        return hiddenResources.next() == null ? null : path() + "?away=" + hiddenResources.next();
    }

    public @Nullable String moreCaseReports() {
        return caseReports.next() == null ? null : path() + "?told=" + caseReports.next();
    }

    public @Nullable String moreCaseQueue() {
        return caseQueue.next() == null ? null : path() + "?unread=" + caseQueue.next();
    }

    public @Nullable String moreHiddenCases() {
        return hiddenCases.next() == null ? null : path() + "?gone=" + hiddenCases.next();
    }

    private String path() {
        return "/c/" + community.slug() + "/moderation";
    }
}
