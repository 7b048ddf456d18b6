package rounds.notifications;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.notifications.Writer.Happening;
import rounds.notifications.Writer.Notice;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// Tells people of what happened at a community's door, and on its moderators' desk.
@Singleton
final class DoorTeller {
    private final CommunityRepository doors;
    private final RecipientRepository recipients;
    private final WritingRepository rows;
    private final Writer writer;

    DoorTeller(
            CommunityRepository doors,
            RecipientRepository recipients,
            WritingRepository rows,
            Writer writer) {
        this.doors = doors;
        this.recipients = recipients;
        this.rows = rows;
        this.writer = writer;
    }

    void memberships(Collection<Long> ids) {
        for (DoorRow given : doors.memberships(ids.toArray(Long[]::new))) {
            boolean admitted = given.role().equals("member");
            if (given.open()) {
                writer.write(
                        at(given, ContentType.MEMBERSHIP),
                        List.of(
                                new Notice(
                                        given.personId(),
                                        admitted ? Reason.ADMITTED : Reason.ROLE,
                                        given.byId(),
                                        0,
                                        given.role())));
            } else if (given.removal() != null) {
                // By whom is not told: who governs speaks as such.
                writer.write(
                        at(given, ContentType.MEMBERSHIP),
                        List.of(
                                new Notice(
                                        given.personId(),
                                        Reason.REMOVED,
                                        null,
                                        given.removal(),
                                        given.communityName())));
            }
        }
    }

    void requests(Collection<Long> ids) {
        for (DoorRow request : doors.requests(ids.toArray(Long[]::new))) {
            if (request.open()) {
                writer.write(
                        at(request, ContentType.JOIN_REQUEST),
                        recipients.deciding(request.communityId()).stream()
                                .map(told ->
                                        new Notice(
                                                told.personId(),
                                                Reason.REQUEST,
                                                request.personId(),
                                                0,
                                                ""))
                                .toList());
            } else {
                rows.settle(ContentType.JOIN_REQUEST.code(), request.id());
            }
        }
    }

    void reports(Collection<Long> ids) {
        for (ReportRow report : doors.reports(ids.toArray(Long[]::new))) {
            if (report.verdict() == null) {
                tellModerators(report);
            } else {
                rows.settle(ContentType.REPORT.code(), report.id());
                tellReporter(report, report.verdict());
            }
        }
    }

    /// Who reported it stands on the moderators' page, not here: it is the post that needs them.
    private void tellModerators(ReportRow report) {
        writer.write(
                new Happening(
                        new ContentRef(ContentType.REPORT, report.id()),
                        report.communityId(),
                        report.communityId(),
                        false,
                        report.madeAt()),
                recipients.moderating(report.communityId()).stream()
                        .map(Recipient::personId)
                        .filter(moderator -> moderator != report.reporterId())
                        .map(told -> new Notice(told, Reason.REPORTED, null, 0, report.reason()))
                        .toList());
    }

    /// It is told of the post, or the resource, since that is what she looked at; the decision is
    /// the moderators', not one's of them.
    private void tellReporter(ReportRow report, String verdict) {
        if (Objects.equals(report.decidedBy(), report.reporterId())) {
            return;
        }
        writer.write(
                new Happening(
                        report.content(),
                        report.group(),
                        report.communityId(),
                        false,
                        Objects.requireNonNull(report.decidedAt())),
                List.of(
                        new Notice(
                                report.reporterId(),
                                Reason.VERDICT,
                                null,
                                report.id(),
                                told(report.content().type(), verdict))));
    }

    private static String told(ContentType reported, String verdict) {
        return switch (reported) {
            case RESOURCE -> "resource_" + verdict;
            case CASE_STORY -> "case_" + verdict;
            default -> verdict;
        };
    }

    private static Happening at(DoorRow row, ContentType type) {
        return new Happening(
                new ContentRef(type, row.id()),
                row.communityId(),
                row.communityId(),
                false,
                row.at());
    }
}
