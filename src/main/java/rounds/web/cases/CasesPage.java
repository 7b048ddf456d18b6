package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseFilter;
import rounds.cases.CaseReport;
import rounds.cases.CaseSummary;
import rounds.cases.Conditions;
import rounds.cases.HiddenCase;
import rounds.cases.Outcome;
import rounds.cases.Setting;
import rounds.community.Community;
import rounds.platform.database.Slice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A community's case stories.
///
/// @param offered conditions that are offered while one types
/// @param own the viewer's own that others do not read; empty on later pages, as are those below
/// @param asked what the viewer was asked to read before the others do
/// @param queue what waits for a second reader, for moderators
/// @param reports what was reported, for moderators
/// @param hidden what they may bring back
public record CasesPage(
        Community community,
        CaseFilter filter,
        List<Conditions.Offered> offered,
        Slice<CaseSummary> list,
        List<CaseSummary> own,
        List<CaseSummary> asked,
        List<CaseSummary> queue,
        List<CaseReport> reports,
        List<HiddenCase> hidden) {

    /// What nobody has to look after.
    static CasesPage of(
            Community community,
            CaseFilter filter,
            List<Conditions.Offered> offered,
            Slice<CaseSummary> list,
            List<CaseSummary> own,
            List<CaseSummary> asked) {
        return new CasesPage(
                community, filter, offered, list, own, asked, List.of(), List.of(), List.of());
    }

    public List<String> settings() {
        return Setting.codes();
    }

    public List<String> outcomes() {
        return Outcome.codes();
    }

    /// The one that is shown alone; empty where all are.
    public String setting() {
        return filter.setting() == null ? "" : filter.setting().code();
    }

    public String outcome() {
        return filter.outcome() == null ? "" : filter.outcome().code();
    }

    /// As they are typed.
    public String conditions() {
        return String.join(", ", filter.conditions());
    }

    public boolean isNarrowed() {
        return !filter.equals(CaseFilter.ALL);
    }

    public String path() {
        return "/c/" + community.slug() + "/cases";
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : path()
                        + "?conditions="
                        + URLEncoder.encode(conditions(), StandardCharsets.UTF_8)
                        + "&setting="
                        + setting()
                        + "&outcome="
                        + outcome()
                        + (filter.tag() == null
                                ? ""
                                : "&tag=" + URLEncoder.encode(filter.tag(), StandardCharsets.UTF_8))
                        + "&after="
                        + list.next();
    }
}
