package rounds.web.live;

import jakarta.inject.Singleton;

import rounds.kernel.Change;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.notifications.Notifications;
import rounds.platform.mail.Wording;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The numbers at the bells of the pages that are open on this node.
@Singleton
final class Bells {
    private static final int MOST = 100;

    private final Notifications notifications;
    private final Wording wording;

    Bells(Notifications notifications, Wording wording) {
        this.notifications = notifications;
        this.wording = wording;
    }

    /// Which of these people may see another number after these changes: they were told of
    /// something, or they came or went somewhere.
    Set<Long> concerned(Collection<Change> changes, Set<Long> people) {
        Set<Long> contents =
                changes.stream()
                        .filter(change ->
                                change.what() == What.TOLD
                                        || change.content().type() == ContentType.MEMBERSHIP)
                        .map(Change::content)
                        .map(ContentRef::id)
                        .collect(Collectors.toSet());
        Set<Long> concerned =
                changes.stream()
                        .filter(change -> change.content().type() == ContentType.PERSON)
                        .map(change -> change.content().id())
                        .filter(people::contains)
                        .collect(Collectors.toCollection(HashSet::new));
        if (!contents.isEmpty() && !people.isEmpty()) {
            concerned.addAll(notifications.concerned(contents, people));
        }
        return concerned;
    }

    /// Read with her own rights.
    ///
    /// @throws rounds.kernel.ProblemException that her session is over
    Bell of(OpenPage page) {
        int told = notifications.unread(page.viewer());
        String shown = told == 0 ? "" : told < MOST ? String.valueOf(told) : "99+";
        String title = wording.text(page.language(), "notifications.title", List.of());
        return new Bell(
                told,
                shown,
                told == 0
                        ? title
                        : wording.text(
                                page.language(), "notifications.bell", List.of(told, shown)));
    }
}
