package rounds.forum;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

/// Whether whoever writes somewhere is asked about what could tell who a patient is.
@Singleton
public class Asking {
    private final AskingRepository rows;
    private final Transactions transactions;

    Asking(AskingRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// As the community wants it in which that place is. In notes, and in a place that is not seen,
    /// she is asked.
    public boolean in(Viewer.SignedIn viewer, String place) {
        return transactions.read(
                viewer,
                () ->
                        switch (parsed(place)) {
                            case DraftPlace.New(long community, _) -> rows.inCommunity(community);
                            case DraftPlace.OfTopic(long community, _, _) ->
                                    rows.inCommunity(community);
                            case DraftPlace.Answer(long discussion, _) ->
                                    rows.inDiscussion(discussion);
                            case DraftPlace.OfDiscussion(long discussion) ->
                                    rows.inDiscussion(discussion);
                            case DraftPlace.OfPost(long post) -> rows.ofPost(post);
                            case DraftPlace.Note _ -> true;
                        });
    }

    private static DraftPlace parsed(String place) {
        try {
            return DraftPlace.parse(place);
        } catch (ProblemException _) {
            return DraftPlace.anotherNote();
        }
    }
}
