package rounds.notifications;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.notifications.Writer.Happening;
import rounds.notifications.Writer.Notice;

import java.util.Collection;
import java.util.List;

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

    /// Who reported it stands on the moderators' page, not here: it is the post that needs them.
    void reports(Collection<Long> ids) {
        for (DoorRow report : doors.reports(ids.toArray(Long[]::new))) {
            if (report.open()) {
                writer.write(
                        at(report, ContentType.REPORT),
                        recipients.moderating(report.communityId()).stream()
                                .filter(told -> told.personId() != report.personId())
                                .map(told ->
                                        new Notice(
                                                told.personId(),
                                                Reason.REPORTED,
                                                null,
                                                0,
                                                report.role()))
                                .toList());
            } else {
                rows.settle(ContentType.REPORT.code(), report.id());
            }
        }
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
