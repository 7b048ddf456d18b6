package rounds.community;

import java.util.ArrayList;
import java.util.List;

/// What a community says of itself and how it lives: what its chair and core team may change.
///
/// @param audience who it is for
/// @param languages in which people write there, as codes
/// @param reviewFirstPosts whether a newcomer's first posts wait for a moderator
/// @param reviewResources whether what members share in the library waits for one
/// @param secondReader whether somebody else reads a case story before the others do
/// @param asksIdentifiers whether whoever writes is asked about what could tell who a patient is
public record Charter(
        String name,
        String purpose,
        String audience,
        List<String> languages,
        boolean reviewFirstPosts,
        boolean reviewResources,
        boolean secondReader,
        boolean asksIdentifiers,
        boolean membersMayInvite) {

    /// What is otherwise than it was, as the log names it; of a switch also which way.
    List<String> changed(Community before) {
        var changed = new ArrayList<String>();
        changed.addAll(name.equals(before.name()) ? List.of() : List.of("name"));
        changed.addAll(purpose.equals(before.purpose()) ? List.of() : List.of("purpose"));
        changed.addAll(audience.equals(before.audience()) ? List.of() : List.of("audience"));
        changed.addAll(languages.equals(before.languages()) ? List.of() : List.of("languages"));
        turned("review_first_posts", before.reviewFirstPosts(), reviewFirstPosts, changed);
        turned("review_resources", before.reviewResources(), reviewResources, changed);
        turned("second_reader", before.secondReader(), secondReader, changed);
        turned("asks_identifiers", before.asksIdentifiers(), asksIdentifiers, changed);
        turned("members_may_invite", before.membersMayInvite(), membersMayInvite, changed);
        return changed;
    }

    private static void turned(String what, boolean then, boolean now, List<String> changed) {
        if (then != now) {
            changed.add(what + (now ? ".on" : ".off"));
        }
    }

    Charter checked() {
        var entered = new Entered();
        var charter =
                new Charter(
                        entered.name("name", name),
                        entered.words("purpose", purpose, 2000),
                        entered.words("audience", audience, 1000),
                        entered.languages("languages", languages),
                        reviewFirstPosts,
                        reviewResources,
                        secondReader,
                        asksIdentifiers,
                        membersMayInvite);
        entered.requireGood();
        return charter;
    }
}
