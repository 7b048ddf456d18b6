package rounds.web.notifications;

import rounds.identity.Profile;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.notifications.Bundle;
import rounds.notifications.Followed;
import rounds.notifications.Level;
import rounds.notifications.Reason;
import rounds.notifications.Saved;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.support.Sample;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

public final class NotificationSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Bundle.Who ADA = new Bundle.Who("ada.lind", "Ada <Lind>");
    private static final Bundle.Who BEN = new Bundle.Who("ben", "Ben");

    public static final Profile ADA_LIND =
            new Profile(
                    7, "ada.lind", "Ada Lind", "", "", "", "", List.of(), List.of(), List.of(), AT);
    private static final Excerpt OPENING = excerpt(ContentType.DISCUSSION, 1, "challenge");
    private static final Excerpt ANSWER = excerpt(ContentType.POST, 4, null);

    public static final Slice<Excerpt> WRITTEN = new Slice<>(List.of(OPENING, ANSWER), "next");

    public static final List<Sample> ALL =
            List.of(
                    new Sample(
                            "notifications/list",
                            page(
                                    false,
                                    Arrays.stream(Reason.values())
                                            .map(NotificationSamples::bundle)
                                            .toList())),
                    new Sample("notifications/list", page(true, List.of())),
                    new Sample("notifications/list", page(false, List.of())),
                    new Sample(
                            "notifications/saved",
                            new SavedPage(
                                    new Slice<>(
                                            List.of(
                                                    new Saved(
                                                            OPENING,
                                                            "Ask < Bo",
                                                            LocalDate.parse("2026-04-01"),
                                                            AT),
                                                    new Saved(ANSWER, "", null, AT)),
                                            "next"),
                                    false,
                                    new Filled(
                                            new Form(
                                                    Map.of(
                                                            "key", List.of(Ids.text(3)),
                                                            "note", List.of("Too long"),
                                                            "remindOn", List.of("soon"))),
                                            List.of(
                                                    new Problem.Field(
                                                            "remindOn", "saved.day.unknown"))),
                                    LocalDate.of(2026, 3, 1))),
                    new Sample(
                            "notifications/saved",
                            new SavedPage(
                                    new Slice<>(List.of(), null),
                                    true,
                                    Filled.empty(),
                                    LocalDate.of(2026, 3, 1))),
                    new Sample(
                            "notifications/following",
                            new FollowingPage(
                                    new Slice<>(
                                            Watches.TARGETS.stream()
                                                    .map(NotificationSamples::followed)
                                                    .toList(),
                                            "next"),
                                    null)),
                    new Sample(
                            "notifications/following",
                            new FollowingPage(new Slice<>(List.of(), null), "tag")));

    private static Followed followed(String target) {
        return new Followed(
                target,
                "Lists & <more>",
                target.equals("community") ? "" : "Home care",
                "/u/ada",
                "/u/ada/watch",
                target.equals("tag") ? "lists" : null,
                target.equals("discussion") ? "fr" : null,
                target.equals("resource") ? Level.EVERY : Level.MENTIONS,
                AT);
    }

    private static NotificationsPage page(boolean unread, List<Bundle> bundles) {
        return new NotificationsPage(
                new Slice<>(bundles, "next"),
                unread,
                bundles.isEmpty()
                        ? Map.of()
                        : Map.of(bundles.getFirst().key(), "/d/0000000000001/reply"),
                AT);
    }

    private static Bundle bundle(Reason reason) {
        int turn = reason.ordinal() % 3;
        return new Bundle(
                reason.code() + "-1",
                reason,
                turn != 1,
                List.of(List.of(ADA), List.of(ADA, BEN), List.<Bundle.Who>of()).get(turn),
                turn == 1,
                "/d/0000000000003-whose-list",
                "Whose list is it?",
                turn == 0 ? "" : "Words & more",
                "home-care",
                "Home care",
                switch (reason) {
                    case ROLE -> "moderator";
                    case VERDICT -> "kept";
                    case TRIED -> "partly";
                    case SEARCH_FOUND -> String.valueOf(turn + 1);
                    default -> "";
                },
                reason == Reason.HIDDEN || reason == Reason.RESOURCE_WAITS ? "It sells." : "",
                reason == Reason.RESOURCE_WAITS || reason == Reason.RESOURCE_ASKED ? AT : null,
                AT);
    }

    private static Excerpt excerpt(ContentType type, int number, String kind) {
        return new Excerpt(
                new ContentRef(type, number + 2),
                new ContentRef(ContentType.DISCUSSION, 3),
                "Whose list is it?",
                "Words",
                "/d/0000000000003-whose-list",
                number,
                kind,
                "en",
                List.of(),
                "home-care",
                "Home care",
                "ada.lind",
                "Ada Lind",
                "",
                AT,
                null,
                null);
    }

    private NotificationSamples() {}
}
