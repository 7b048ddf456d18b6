package rounds.web.library;

import rounds.community.Community;
import rounds.community.Reason;
import rounds.library.Resource;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;

/// A page that asks once more before a resource is reported or decided about, and for the reason.
///
/// @param act `report`, `delete`, `hide`, `restore`, `admit`, `decline` or `keep`; `again` hands in
///   again what was not let in, `ask` asks that it be shown again where it is hidden
/// @param own whether the viewer shared it
public record ResourceActPage(
        Community community, Resource resource, String act, boolean own, Filled filled) {

    /// That is let in or shown again, or for which that is asked, if it is still that one.
    public String revision() {
        String seen = filled.form().line("revision");
        return seen.isEmpty() ? String.valueOf(resource.revision()) : seen;
    }

    public List<String> reasons() {
        return act.equals("report")
                ? Arrays.stream(Reason.values()).map(Reason::code).toList()
                : List.of();
    }

    /// Whether it is done only with a reason.
    public boolean owesReason() {
        return act.equals("hide") || act.equals("decline") || (act.equals("delete") && !own);
    }

    /// Whether words may be given.
    public boolean asksReason() {
        return owesReason() || asks() || act.equals("restore") || act.equals("keep");
    }

    /// Whether whoever shared it asks moderators to look at it again.
    public boolean asks() {
        return act.equals("again") || act.equals("ask");
    }
}
