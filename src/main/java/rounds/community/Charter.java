package rounds.community;

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
