package rounds.web.admin;

import rounds.platform.changes.Failure;
import rounds.platform.changes.Following;
import rounds.platform.database.Vitals;
import rounds.platform.mail.Mail;
import rounds.platform.mail.Outbox;
import rounds.support.Sample;

import java.time.Instant;
import java.util.List;

public final class AdminSamples {
    private static final Instant NOON = Instant.parse("2026-11-09T12:00:00Z");
    private static final Mail WAITING =
            new Mail(1, "a@example.org", "Hello", "Words", "en", 0, NOON, null, null, null);
    private static final Mail SENT =
            new Mail(2, "a@example.org", "Hello", "", "fr", 1, NOON, NOON, null, "no answer");
    private static final AdminPage WELL =
            new AdminPage(
                    new Vitals("18.6", true, 52L << 20, 400L << 30, 900L << 30),
                    List.of(new Following("n1", "search", 0, NOON)),
                    new Outbox(0, null, 0),
                    true,
                    0,
                    List.of(),
                    0);
    private static final AdminPage NOT_WELL =
            new AdminPage(
                    new Vitals("16.2", false, 52L << 30, 1L << 30, 900L << 30),
                    List.of(
                            new Following("n1", "search", 1, NOON),
                            new Following("n2", "search", 10_000, NOON)),
                    new Outbox(3, NOON, 1),
                    false,
                    12,
                    List.of(
                            new Failure("search", 7, "post", 8, "edited", "<b>no</b>", NOON),
                            new Failure("search", 9, "person", 9, "created", "no", NOON)),
                    300);
    private static final AdminPage SILENT =
            new AdminPage(
                    new Vitals("18.6", true, 0, 0, 0),
                    List.of(),
                    new Outbox(1, NOON, 0),
                    true,
                    1,
                    List.of(),
                    0);

    public static final List<Sample> ALL =
            List.of(
                    new Sample("admin/home", WELL),
                    new Sample("admin/home", NOT_WELL),
                    new Sample("admin/home", SILENT),
                    new Sample(
                            "admin/mail",
                            new MailController.MailPage(List.of(WAITING, SENT), true, null)),
                    new Sample(
                            "admin/mail",
                            new MailController.MailPage(
                                    List.of(WAITING, SENT), false, "/admin/mail?before=x")),
                    new Sample("admin/mail", new MailController.MailPage(List.of(), true, null)));

    private AdminSamples() {}
}
