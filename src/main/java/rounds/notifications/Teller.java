package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Ending;
import rounds.kernel.Mark;
import rounds.kernel.Notable;
import rounds.kernel.Renewal;
import rounds.kernel.What;
import rounds.notifications.Writer.Happening;
import rounds.notifications.Writer.Notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells people of what happened to content: it was written, decided about, marked.
@Singleton
final class Teller {
    /// What is older is no news any more: an import, a consumer that was away for long.
    private static final Duration NEWS = Duration.ofDays(3);

    /// So many posts of a discussion follow it when it is hidden or moves; of more, the rest is
    /// left out where it is shown.
    private static final int MOST_FOLLOWING = 2_000;

    private final Contents contents;
    private final RecipientRepository recipients;
    private final WritingRepository rows;
    private final Writer writer;
    private final Clock clock;

    Teller(
            Contents contents,
            RecipientRepository recipients,
            WritingRepository rows,
            Writer writer,
            Clock clock) {
        this.contents = contents;
        this.recipients = recipients;
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
    }

    /// @param whats everything that happened to it since the last look
    void tell(Notable notable, Set<What> whats) {
        if (whats.contains(What.AUDIENCE)) {
            follow(notable);
            decided(notable);
        }
        renewed(notable);
        if (notable.visible() && isNews(notable, whats)) {
            List<Notice> notices =
                    recipients
                            .of(
                                    notable.group().id(),
                                    notable.communityId(),
                                    notable.authorId(),
                                    notable.unsigned() ? 0 : notable.authorId(),
                                    notable.openedBy(),
                                    answered(notable),
                                    notable.mentions().stream()
                                            .map(Notable.Mention::personId)
                                            .toArray(Long[]::new),
                                    notable.tags().toArray(String[]::new),
                                    notable.about().toArray(Long[]::new),
                                    notable.addressed(),
                                    notable.opens(),
                                    since(notable))
                            .stream()
                            .map(told -> notice(notable, told))
                            .toList();
            if (isNewOrBack(notable, whats)) {
                write(notable, notable.at(), withTellers(notable, notices));
            } else {
                named(notable, notices);
            }
        }
        if (whats.contains(What.MARKED)) {
            marked(notable);
            if (notable.visible()) {
                ended(notable);
            }
        }
    }

    /// Whoever told a case hears that a discussion is opened about it, signed or not.
    private List<Notice> withTellers(Notable notable, List<Notice> notices) {
        Set<Long> told = notices.stream().map(Notice::personId).collect(Collectors.toSet());
        return notable.about().isEmpty()
                ? notices
                : Stream.concat(
                                notices.stream(),
                                notable.about().stream()
                                        .map(id -> new ContentRef(ContentType.CASE_STORY, id))
                                        .flatMap(story -> contents.writers(story).stream())
                                        .distinct()
                                        .filter(person ->
                                                person != notable.authorId()
                                                        && !told.contains(person))
                                        .map(person ->
                                                new Notice(
                                                        person,
                                                        Reason.DISCUSSION,
                                                        notable.authorId(),
                                                        0,
                                                        "")))
                        .toList();
    }

    /// Whoever is quoted is answered.
    private static Long[] answered(Notable notable) {
        return Stream.concat(Stream.ofNullable(notable.answers()), notable.quotes().stream())
                .toArray(Long[]::new);
    }

    private boolean isNews(Notable notable, Set<What> whats) {
        return isNewOrBack(notable, whats)
                || (whats.contains(What.EDITED)
                        && notable.mentions().stream().anyMatch(one -> isRecent(one.since())));
    }

    /// An edit is news only to those it names now, and from now on.
    private void named(Notable notable, List<Notice> notices) {
        Map<Long, Instant> since =
                notable.mentions().stream()
                        .filter(one -> isRecent(one.since()))
                        .collect(
                                Collectors.toMap(
                                        Notable.Mention::personId, Notable.Mention::since));
        for (Notice notice : notices) {
            Instant at = since.get(notice.personId());
            if (notice.reason() == Reason.MENTION && at != null) {
                write(notable, at, List.of(notice));
            }
        }
    }

    /// Since when others read it.
    private static Instant since(Notable notable) {
        Notable.Decision decision = notable.decision();
        return decision != null && decision.outcome().equals(Reason.APPROVED.code())
                ? decision.at()
                : notable.at();
    }

    // What waited or was hidden is told when it can be read; who was told before is not told again.
    private boolean isNewOrBack(Notable notable, Set<What> whats) {
        return (whats.contains(What.CREATED) || whats.contains(What.AUDIENCE))
                && isRecent(since(notable));
    }

    private boolean isRecent(Instant at) {
        return at.isAfter(clock.instant().minus(NEWS));
    }

    private static Notice notice(Notable notable, Recipient told) {
        return new Notice(
                told.personId(),
                Reason.of(told.reason()),
                notable.unsigned() ? null : (Long) notable.authorId(),
                0,
                "");
    }

    private void decided(Notable notable) {
        Notable.Decision decision = notable.decision();
        if (decision != null && isRecent(decision.at())) {
            Reason reason = Reason.of(decision.outcome());
            List<Long> concerned =
                    reason == Reason.MOVED
                            ? contents.writers(notable.group())
                            : List.of(notable.authorId());
            // By whom is not told: moderators speak as such.
            write(
                    notable,
                    decision.at(),
                    concerned.stream()
                            .filter(person -> !person.equals(decision.by()))
                            .map(person ->
                                    new Notice(
                                            person, reason, null, decision.id(), decision.detail()))
                            .toList());
        }
    }

    // Whoever saved or followed it before is told of what stands there now. What is there already
    // was told before; what was asked and is decided needs nobody any more.
    private void renewed(Notable notable) {
        List<Renewal> renewals = contents.renewals(notable.content());
        for (Renewal renewal : renewals) {
            Reason reason = Reason.of(renewal.outcome());
            if (isRecent(renewal.at()) && (notable.visible() || reason.isToldOfHidden())) {
                renewed(notable, renewal, reason, toldOtherwise(renewal, reason, renewals));
            }
        }
        if (notable.content().type() == ContentType.RESOURCE
                || notable.content().type() == ContentType.CASE_STORY
                || notable.content().type() == ContentType.TOPIC
                || notable.content().type() == ContentType.TERM) {
            settle(notable.content(), renewals);
        }
    }

    /// Whoever hears that her own version was taken has heard of it: once is enough, also where she
    /// follows the resource or has saved it.
    private static Set<Long> toldOtherwise(Renewal renewal, Reason reason, List<Renewal> renewals) {
        return reason == Reason.VERSION
                ? renewals.stream()
                        .filter(one -> Reason.of(one.outcome()) == Reason.VERSION_TAKEN)
                        .filter(one -> one.number() == renewal.number())
                        .flatMap(one -> one.concerned().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private void renewed(Notable notable, Renewal renewal, Reason reason, Set<Long> toldOtherwise) {
        Stream<Long> keepers =
                reason.isForKeepers()
                        ? recipients
                                .keepers(
                                        notable.content().type().code(),
                                        notable.content().id(),
                                        renewal.at())
                                .stream()
                        : Stream.empty();
        // Who asks is told, where she is told at all; who decided is not.
        @Nullable Long actor = reason.isAsked() && !notable.unsigned() ? renewal.by() : null;
        writer.write(
                new Happening(
                        notable.content(),
                        notable.group().id(),
                        // An offer is told where it is decided about: there it has its number.
                        reason == Reason.TOPIC_OFFERED ? renewal.number() : notable.communityId(),
                        notable.open(),
                        renewal.at()),
                Stream.concat(renewal.concerned().stream(), keepers)
                        .distinct()
                        .filter(person ->
                                !person.equals(renewal.by()) && !toldOtherwise.contains(person))
                        .map(person ->
                                new Notice(
                                        person, reason, actor, renewal.number(), renewal.place()))
                        .toList());
    }

    private void settle(ContentRef content, List<Renewal> renewals) {
        List<Renewal> asked =
                renewals.stream().filter(one -> Reason.of(one.outcome()).isAsked()).toList();
        rows.settleAsked(
                content.type().code(),
                content.id(),
                asked.stream().map(Renewal::outcome).toArray(String[]::new),
                asked.stream().map(Renewal::number).toArray(Long[]::new));
    }

    private void marked(Notable notable) {
        ContentRef content = notable.content();
        List<Mark> marks = contents.marks(List.of(content));
        forgetMarksTakenBack(content);
        Instant newest = marks.stream().map(Mark::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        write(
                notable,
                newest,
                marks.stream()
                        .filter(mark -> isRecent(mark.at()))
                        .map(mark ->
                                new Notice(
                                        mark.authorId(),
                                        reason(mark),
                                        mark.quiet() ? null : (Long) mark.by(),
                                        mark.by(),
                                        mark.detail()))
                        .toList());
    }

    private static Reason reason(Mark mark) {
        return switch (mark.code()) {
            case "helped" -> Reason.HELPED;
            case "tried" -> Reason.TRIED;
            default -> Reason.MARK;
        };
    }

    // Those that say something else now are told anew.
    private void forgetMarksTakenBack(ContentRef content) {
        var takenBack = new HashSet<>(rows.unreadMarks(content.type().code(), content.id()));
        if (takenBack.isEmpty()) {
            return;
        }
        Set<Long> people = takenBack.stream().map(ToldMark::occasion).collect(Collectors.toSet());
        contents.marking(content, people).stream()
                .map(mark -> new ToldMark(mark.by(), reason(mark).code(), mark.detail()))
                .forEach(takenBack::remove);
        rows.forgetMarks(
                content.type().code(),
                content.id(),
                takenBack.stream().map(ToldMark::occasion).toArray(Long[]::new),
                takenBack.stream().map(ToldMark::reason).toArray(String[]::new),
                takenBack.stream().map(ToldMark::detail).toArray(String[]::new));
    }

    // Who voted and who asked, once: what is there already was told before.
    private void ended(Notable notable) {
        for (Ending ending : contents.endings(List.of(notable.content()))) {
            if (isRecent(ending.at())) {
                write(
                        notable,
                        ending.at(),
                        ending.concerned().stream()
                                .map(person -> new Notice(person, Reason.POLL, null, 0, ""))
                                .toList());
            }
        }
    }

    private void write(Notable notable, Instant at, List<Notice> notices) {
        writer.write(
                new Happening(
                        notable.content(),
                        notable.group().id(),
                        notable.communityId(),
                        notable.open(),
                        at),
                notices);
    }

    // What opens a discussion takes along what was said in it.
    private void follow(Notable notable) {
        follow(notable.content().type(), List.of(notable));
        if (notable.opens()) {
            rows.moveBookmarks(notable.group().id(), notable.communityId(), notable.open());
            List<ContentRef> posts =
                    rows.unreadPostsOf(notable.group().id(), MOST_FOLLOWING).stream()
                            .map(id -> new ContentRef(ContentType.POST, id))
                            .toList();
            follow(ContentType.POST, contents.notable(posts));
        }
    }

    private void follow(ContentType type, List<Notable> notables) {
        if (!notables.isEmpty()) {
            rows.follow(
                    type.code(),
                    notables.stream().map(one -> one.content().id()).toArray(Long[]::new),
                    notables.stream().map(one -> !one.visible()).toArray(Boolean[]::new),
                    notables.stream().map(Notable::communityId).toArray(Long[]::new),
                    notables.stream().map(Notable::open).toArray(Boolean[]::new));
        }
    }
}
