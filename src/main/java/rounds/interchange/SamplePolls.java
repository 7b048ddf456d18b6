package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.platform.database.Ids;

/// What the sample community votes on, and what it has planned: its polls end some days from now,
/// whenever it is read.
@Singleton
final class SamplePolls {
    private static final int VOTERS = 11;

    private final SamplePollRepository rows;

    SamplePolls(SamplePollRepository rows) {
        this.rows = rows;
    }

    /// Inside the system's transaction, after the sample was read.
    void add() {
        rows.ask(
                "sample:d52",
                "Which evening suits you?",
                "single",
                true,
                12,
                new String[] {
                    "Tuesday, 19:00, at the clinic",
                    "Thursday, 19:00, at the clinic",
                    "Either, by video"
                });
        rows.vote("sample:d52", new String[] {"{2}", "{1}", "{2}", "{3}"}, Ids.next(), VOTERS);
        rows.ask(
                "sample:d44",
                "What would help most? Put them in order.",
                "ranked",
                false,
                9,
                new String[] {
                    "A template that fills itself from the chart",
                    "An answer within three days",
                    "Knowing which questions a specialist wants",
                    "Being paid for the time"
                });
        rows.vote(
                "sample:d44",
                new String[] {"{2,1}", "{1,2,3}", "{3,2}", "{4,1,2}", "{2,3,1}", "{1,3}", "{3,1}"},
                Ids.next() + VOTERS,
                VOTERS);
        rows.tally();
        rows.count();
        rows.plan(
                Ids.next(),
                "sample:c1",
                "sample:p12",
                "The evening is fixed, and what to bring",
                new String[] {"meeting", "user-group"},
                "The poll has spoken; the room is booked.\n\nBring **one thing that works** and one that"
                        + " does not. Screens show no patient, please: use the training chart.",
                13);
    }
}
