package rounds.web.identity;

import rounds.cases.CaseState;
import rounds.community.Mine;
import rounds.community.Shared;
import rounds.identity.Confirmation;
import rounds.identity.FeedKey;
import rounds.identity.OwnSession;
import rounds.identity.Profile;
import rounds.identity.Self;
import rounds.kernel.ProblemException;
import rounds.platform.database.Slice;
import rounds.support.Sample;
import rounds.web.cases.CaseSamples;
import rounds.web.feeds.FeedsPage;
import rounds.web.notifications.NotificationSamples;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.time.Instant;
import java.util.List;
import java.util.Map;

public final class IdentitySamples {
    private static final Instant NOON = Instant.parse("2026-11-09T12:00:00Z");
    private static final Filled NOTHING = Filled.empty();
    private static final Filled REFUSED =
            Filled.refused(
                    new Form(Map.of("email", List.of("\"<x>@"), "name", List.of("A & B"))),
                    ProblemException.invalid("email", "identity.email.form"));
    private static final Self NEW =
            new Self(7, "ada", "Ada", "a@example.org", false, false, null, null, "UTC", true, true);
    private static final Self OLD =
            new Self(7, "ada", "Ada", "a@example.org", true, true, "fr", "dark", "UTC", true, true);
    private static final Profile FULL =
            new Profile(
                    7,
                    "ada",
                    "Ada <Lovelace>",
                    "Family physician",
                    "Clinic & Co",
                    "Kenora",
                    "Two\nlines",
                    List.of("dizziness", "falls"),
                    List.of("OSCAR"),
                    List.of("en", "fr"),
                    NOON);
    private static final Profile BARE =
            new Profile(7, "ada", "Ada", "", "", "", "", List.of(), List.of(), List.of(), NOON);

    public static final List<Sample> ALL =
            List.of(
                    new Sample("identity/feeds", new FeedsPage(null, null, "http://x", List.of())),
                    new Sample(
                            "identity/feeds",
                            new FeedsPage(
                                    new FeedKey(7, NOON, true),
                                    "http://x/feeds/k/1",
                                    "http://x",
                                    List.of(new Mine(1, "rural", "Rural <care>")))),
                    new Sample("identity/sign-in", new Entry(NOTHING, "/d/1?a=b&c")),
                    new Sample("identity/sign-in", new Entry(REFUSED, "/")),
                    new Sample("identity/sign-up", new Entry(NOTHING, "/")),
                    new Sample("identity/sign-up", new Entry(REFUSED, "/")),
                    new Sample(
                            "identity/confirm", new ConfirmController.ConfirmPage("t", null, "/")),
                    new Sample(
                            "identity/confirm",
                            new ConfirmController.ConfirmPage(
                                    "t",
                                    new Confirmation("Ada", "ada", "a@example.org"),
                                    "/invitations/x")),
                    new Sample("identity/reset", new ResetController.AskPage(NOTHING, "")),
                    new Sample("identity/reset", new ResetController.AskPage(REFUSED, "")),
                    new Sample("identity/reset", new ResetController.AskPage(NOTHING, "a@b.ca")),
                    new Sample(
                            "identity/reset-choose",
                            new ResetController.ResetPage(NOTHING, "t", true)),
                    new Sample(
                            "identity/reset-choose",
                            new ResetController.ResetPage(NOTHING, "t", false)),
                    new Sample("identity/settings", settings(NEW, NOTHING)),
                    new Sample("identity/settings", settings(OLD, REFUSED)),
                    new Sample(
                            "identity/password", new PasswordController.AccountPage(OLD, NOTHING)),
                    new Sample(
                            "identity/address", new PasswordController.AccountPage(NEW, REFUSED)),
                    new Sample("identity/sessions", sessions()),
                    new Sample(
                            "identity/profile",
                            new ProfileController.ProfilePage(
                                    FULL,
                                    false,
                                    NotificationSamples.WRITTEN,
                                    new Slice<>(
                                            List.of(CaseSamples.summary(CaseState.VISIBLE)),
                                            "next"),
                                    "every",
                                    List.of(new Shared("frail", "Frail & us", NOON)),
                                    "yes")),
                    new Sample(
                            "identity/profile",
                            new ProfileController.ProfilePage(
                                    BARE,
                                    true,
                                    new Slice<>(List.of(), null),
                                    new Slice<>(List.of(), null),
                                    "",
                                    List.of(),
                                    "self")));

    private IdentitySamples() {}

    private static SettingsController.SettingsPage settings(Self self, Filled profile) {
        return new SettingsController.SettingsPage(
                self, profile, List.of("en", "fr"), List.of("UTC"), self.confirmed());
    }

    private static SessionsController.SessionsPage sessions() {
        return new SessionsController.SessionsPage(
                List.of(
                        new OwnSession(1, "Firefox, Linux", NOON, NOON, true),
                        new OwnSession(2, "", NOON, NOON, false)));
    }
}
