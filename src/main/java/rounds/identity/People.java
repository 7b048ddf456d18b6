package rounds.identity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// People: what others see of them, and what each says of herself.
@Singleton
public class People {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final List<String> THEMES = List.of("light", "dark");

    private final PersonRepository people;
    private final Transactions transactions;
    private final Changes changes;

    People(PersonRepository people, Transactions transactions, Changes changes) {
        this.people = people;
        this.transactions = transactions;
        this.changes = changes;
    }

    /// The viewer's own account.
    public Self self(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer,
                () ->
                        people.self(viewer.personId())
                                .orElseThrow(
                                        () -> new ProblemException(new Problem.SessionEnded())));
    }

    /// Only whoever has confirmed an address may write, join, or found a community.
    ///
    /// @throws ProblemException `Forbidden`
    public void requireConfirmed(Viewer.SignedIn viewer) {
        if (!self(viewer).confirmed()) {
            throw new ProblemException(new Problem.Forbidden("identity.confirm-first"));
        }
    }

    /// Only for the keepers of the site; to everybody else there is nothing.
    ///
    /// @throws ProblemException `NotFound`
    public void requireAdmin(Viewer viewer) {
        if (!(viewer instanceof Viewer.SignedIn person) || !self(person).admin()) {
            throw ProblemException.notFound();
        }
    }

    /// The person of that handle, for people who have signed in.
    ///
    /// @throws ProblemException `NotFound`, for visitors whether there is such a person or not
    public Profile byHandle(Viewer viewer, String handle) {
        if (!(viewer instanceof Viewer.SignedIn)) {
            throw ProblemException.notFound();
        }
        return transactions.read(
                viewer, () -> people.byHandle(handle).orElseThrow(ProblemException::notFound));
    }

    /// The handle that the person of this id has now.
    ///
    /// @throws ProblemException `NotFound`, as [#byHandle]
    public String handleOf(Viewer viewer, long id) {
        if (!(viewer instanceof Viewer.SignedIn)) {
            throw ProblemException.notFound();
        }
        return transactions.read(
                viewer,
                () -> people.byId(id).map(Profile::handle).orElseThrow(ProblemException::notFound));
    }

    /// The viewer's own profile.
    public Profile own(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer,
                () ->
                        people.byId(viewer.personId())
                                .orElseThrow(
                                        () -> new ProblemException(new Problem.SessionEnded())));
    }

    /// Changes what others see of the viewer.
    ///
    /// @throws ProblemException `Invalid`
    public void describe(Viewer.SignedIn viewer, ProfileDraft draft) {
        ProfileDraft clean = draft.checked();
        String shape = Handles.shape(clean.handle());
        transactions.run(
                viewer,
                () -> {
                    if (people.isTaken(shape, viewer.personId())) {
                        throw ProblemException.invalid("handle", "identity.handle.taken");
                    }
                    people.change(
                            viewer.personId(),
                            clean.handle(),
                            shape,
                            clean.name(),
                            clean.profession(),
                            clean.organisation(),
                            clean.place(),
                            clean.about(),
                            clean.expertise().toArray(String[]::new),
                            clean.emr().toArray(String[]::new),
                            clean.languages().toArray(String[]::new));
                    changes.append(
                            viewer.personId(),
                            new ContentRef(ContentType.PERSON, viewer.personId()),
                            What.EDITED);
                });
    }

    /// Both of [#describe] and [#prefer] or, where one of them is refused, neither.
    ///
    /// @throws ProblemException `Invalid` with everything that is wrong
    public void settle(
            Viewer.SignedIn viewer,
            ProfileDraft draft,
            @Nullable String language,
            @Nullable String theme,
            String timeZone,
            boolean shortcuts,
            boolean meanings) {
        transactions.run(
                viewer,
                () -> {
                    var wrong = new ArrayList<Problem.Field>();
                    collect(wrong, () -> describe(viewer, draft));
                    collect(
                            wrong,
                            () -> prefer(viewer, language, theme, timeZone, shortcuts, meanings));
                    if (!wrong.isEmpty()) {
                        throw new ProblemException(new Problem.Invalid(List.copyOf(wrong)));
                    }
                });
    }

    private static void collect(List<Problem.Field> wrong, Runnable work) {
        try {
            work.run();
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof Problem.Invalid(List<Problem.Field> fields))) {
                throw refused;
            }
            wrong.addAll(fields);
        }
    }

    /// Changes how the pages look and speak for the viewer.
    ///
    /// @param language `en`, `fr`, or null for what the browser asks
    /// @param theme `light`, `dark`, or null for what the device asks
    /// @param timeZone of the IANA database
    /// @param shortcuts whether single keys do something on her pages
    /// @param meanings whether what words mean is shown where they stand in a text
    /// @throws ProblemException `Invalid`
    public void prefer(
            Viewer.SignedIn viewer,
            @Nullable String language,
            @Nullable String theme,
            String timeZone,
            boolean shortcuts,
            boolean meanings) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.invalid("timeZone", "identity.time-zone.unknown");
        }
        transactions.run(
                viewer,
                () ->
                        people.prefer(
                                viewer.personId(),
                                language != null && LANGUAGES.contains(language) ? language : null,
                                theme != null && THEMES.contains(theme) ? theme : null,
                                timeZone,
                                shortcuts,
                                meanings));
    }

    /// Changes one of these and leaves the other as it is.
    ///
    /// @param language `en`, `fr`; anything else changes nothing
    /// @param theme `light`, `dark`; anything else changes nothing
    public void switchTo(
            Viewer.SignedIn viewer, @Nullable String language, @Nullable String theme) {
        String spoken = language != null && LANGUAGES.contains(language) ? language : null;
        String shown = theme != null && THEMES.contains(theme) ? theme : null;
        if (spoken != null || shown != null) {
            transactions.write(viewer, () -> people.switchTo(viewer.personId(), spoken, shown));
        }
    }
}
