package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.cases.Aftermath;
import rounds.cases.Authority;
import rounds.cases.CaseHistory;
import rounds.cases.CaseReport;
import rounds.cases.CaseStory;
import rounds.cases.CaseSummary;
import rounds.cases.Doubt;
import rounds.cases.Facts;
import rounds.cases.FollowUp;
import rounds.cases.Readiness;
import rounds.cases.Section;
import rounds.cases.Tally;
import rounds.cases.Trial;
import rounds.cases.Word;
import rounds.kernel.Author;
import rounds.platform.database.Ids;
import rounds.platform.phi.Widening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A case story; lists leave out what only the story itself tells.
///
/// @param community the slug of its community
/// @param state `draft`, `queued`, `visible`, `hidden` or `withdrawn`
/// @param author the handle of who wrote it; absent where that is not told
/// @param named whether the author's name stands beside it for all who read it
/// @param reads who reads it once it is published: `public`, `listed` or `private`
/// @param revision what an edit of its facts names in `If-Match`
@Serdeable
record CaseJson(
        String id,
        String url,
        String community,
        String state,
        String title,
        String language,
        @Nullable String outcome,
        @Nullable String setting,
        List<String> conditions,
        List<String> tags,
        List<String> learning,
        @Nullable String author,
        @Nullable String authorName,
        int tried,
        int thanked,
        int same,
        @Nullable Instant publishedAt,
        int revision,
        @Nullable Boolean own,
        @Nullable Boolean named,
        @Nullable Boolean membersOnly,
        @Nullable String reads,
        @Nullable String practice,
        @Nullable List<CaseWords.Took> tookPart,
        @Nullable String led,
        @Nullable String patientView,
        @Nullable String patientWords,
        @Nullable List<PartJson> parts,
        @Nullable String withdrawn,
        @Nullable Instant changedAt,
        @Nullable String sourceId) {

    static CaseJson of(CaseStory story, String baseUrl) {
        Facts facts = story.facts();
        Author author = story.author();
        return new CaseJson(
                Ids.text(story.id()),
                baseUrl + story.path(),
                story.communitySlug(),
                story.state().code(),
                facts.title(),
                facts.language(),
                facts.outcome() == null ? null : facts.outcome().code(),
                facts.setting() == null ? null : facts.setting().code(),
                facts.conditions(),
                facts.tags(),
                facts.learning(),
                author == null ? null : author.handle(),
                author == null ? null : author.name(),
                story.tried(),
                story.thanked(),
                story.same(),
                story.publishedAt(),
                story.revision(),
                story.own(),
                facts.named(),
                facts.membersOnly(),
                story.reads().code(),
                facts.practice(),
                facts.tookPart().stream().map(CaseWords.Took::of).toList(),
                facts.led(),
                facts.patientView() == null ? null : facts.patientView().code(),
                facts.patientWords(),
                story.sections().stream().map(PartJson::of).toList(),
                story.withdrawn().isEmpty() ? null : story.withdrawn(),
                story.changedAt(),
                story.sourceId());
    }

    static CaseJson of(CaseSummary row, String baseUrl) {
        Author author = row.author();
        boolean published = row.state().code().equals("visible");
        return new CaseJson(
                Ids.text(row.id()),
                baseUrl + row.path(),
                row.communitySlug(),
                row.state().code(),
                row.title(),
                row.language(),
                row.outcome(),
                row.setting(),
                row.conditions(),
                row.tags(),
                row.learning(),
                author == null ? null : author.handle(),
                author == null ? null : author.name(),
                row.tried(),
                row.thanked(),
                row.same(),
                published ? row.at() : null,
                row.revision(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// @param body Markdown
    /// @param revision what the next save of this part names in `If-Match`
    @Serdeable
    record PartJson(String part, String body, int revision) {

        static PartJson of(Section section) {
            return new PartJson(section.part().code(), section.body(), section.revision());
        }
    }

    /// @param ground `consent_patient`, `consent_other`, `policy`, `composite` or `ethics`
    @Serdeable
    record AuthorityJson(
            @Nullable String ground,
            @Nullable String ofWhom,
            @Nullable LocalDate on,
            @Nullable String reference) {

        static AuthorityJson of(Authority authority) {
            return new AuthorityJson(
                    authority.ground().code(),
                    authority.ofWhom(),
                    authority.on(),
                    authority.reference());
        }
    }

    /// @param missing the fields that must say something first
    @Serdeable
    record CheckJson(
            boolean ready,
            List<String> missing,
            List<DoubtJson> doubts,
            List<ConfirmedJson> confirmed) {

        static CheckJson of(Readiness readiness) {
            return new CheckJson(
                    readiness.isReady(),
                    readiness.missing(),
                    readiness.doubts().stream().map(DoubtJson::of).toList(),
                    readiness.confirmed().stream().map(ConfirmedJson::of).toList());
        }
    }

    /// @param start where the passage begins in the field, in UTF-16 code units
    /// @param certain never to be published; otherwise to be changed, or confirmed
    @Serdeable
    record DoubtJson(
            String field,
            String kind,
            String passage,
            int start,
            boolean certain,
            List<String> widenings) {

        static DoubtJson of(Doubt doubt) {
            return new DoubtJson(
                    doubt.field(),
                    doubt.found().kind().code(),
                    doubt.passage(),
                    doubt.found().start(),
                    doubt.certain(),
                    doubt.found().widenings().stream().map(Widening::words).toList());
        }
    }

    @Serdeable
    record ConfirmedJson(String field, String kind, String passage, String reason) {

        static ConfirmedJson of(Readiness.Confirmed confirmed) {
            return new ConfirmedJson(
                    confirmed.field(), confirmed.kind(), confirmed.passage(), confirmed.reason());
        }
    }

    /// @param mine what the viewer said of her own trial
    /// @param words those that she has given: `thanks`, `same`
    @Serdeable
    record AfterJson(
            List<FollowUpJson> followUps,
            List<TallyJson> tallies,
            List<TrialJson> trials,
            @Nullable TrialJson mine,
            List<String> words) {

        static AfterJson of(Aftermath after) {
            return new AfterJson(
                    after.followUps().stream().map(FollowUpJson::of).toList(),
                    after.tallies().stream().map(TallyJson::of).toList(),
                    after.trials().stream().map(TrialJson::of).toList(),
                    after.mine() == null ? null : TrialJson.of(after.mine()),
                    after.words().stream().map(Word::code).sorted().toList());
        }
    }

    /// @param months since the end of what the story tells
    @Serdeable
    record FollowUpJson(String id, int months, String body, Instant at) {

        static FollowUpJson of(FollowUp one) {
            return new FollowUpJson(Ids.text(one.id()), one.months(), one.body(), one.at());
        }
    }

    /// @param shown the revision whose words these are
    /// @param before the words of each field of the one before it; null for the first
    @Serdeable
    record HistoryJson(
            List<RevisionJson> revisions,
            int shown,
            @Nullable Map<String, String> before,
            Map<String, String> words) {

        static HistoryJson of(CaseHistory history) {
            return new HistoryJson(
                    history.revisions().stream()
                            .map(one -> new RevisionJson(one.revision(), one.writtenAt()))
                            .toList(),
                    history.shown().revision(),
                    history.before(),
                    history.after());
        }
    }

    /// @param at when it could first be read so
    @Serdeable
    record RevisionJson(int revision, Instant at) {}

    @Serdeable
    record TallyJson(String setting, int worked, int partly, int failed) {

        static TallyJson of(Tally one) {
            return new TallyJson(one.setting(), one.worked(), one.partly(), one.failed());
        }
    }

    /// @param by the handle of who tried it
    /// @param result `worked`, `partly` or `not`
    @Serdeable
    record TrialJson(
            String by, String byName, String result, String setting, String note, Instant at) {

        static TrialJson of(Trial trial) {
            return new TrialJson(
                    trial.by().handle(),
                    trial.by().name(),
                    trial.result().code(),
                    trial.setting().code(),
                    trial.note(),
                    trial.at());
        }
    }

    @Serdeable
    record ReportJson(
            String id,
            String story,
            String title,
            String reason,
            @Nullable String note,
            @Nullable String reporter,
            @Nullable String reporterName,
            Instant at,
            boolean own) {

        static ReportJson of(CaseReport report) {
            return new ReportJson(
                    Ids.text(report.id()),
                    Ids.text(report.storyId()),
                    report.title(),
                    report.reason().code(),
                    report.own() ? null : report.note(),
                    report.own() ? null : report.by().handle(),
                    report.own() ? null : report.by().name(),
                    report.at(),
                    report.own());
        }
    }
}
