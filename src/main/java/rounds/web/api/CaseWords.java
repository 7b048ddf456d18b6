package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.cases.Facts;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Participant;
import rounds.cases.PatientView;
import rounds.cases.Section;
import rounds.cases.Setting;
import rounds.cases.Way;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a program says of a case; what is absent stays.
///
/// @param outcome `success`, `failure` or `mixed`; empty takes it away, as it does below
/// @param parts Markdown by the name of its part; empty takes the part away. Only of a story that
///   is read: a draft's parts are saved one by one
/// @param confirmations why passages name nobody about which the check asks; of a story that is
///   read
@Serdeable
record CaseWords(
        @Nullable String title,
        @Nullable String language,
        @Nullable String outcome,
        @Nullable String setting,
        @Nullable String practice,
        @Nullable List<String> conditions,
        @Nullable List<String> tags,
        @Nullable List<String> learning,
        @Nullable List<Took> tookPart,
        @Nullable String led,
        @Nullable String patientView,
        @Nullable String patientWords,
        @Nullable Boolean named,
        @Nullable Boolean membersOnly,
        @Nullable Map<String, String> parts,
        @Nullable List<Confirmation> confirmations) {

    /// Why a passage names nobody.
    ///
    /// @param field as the check names it
    @Serdeable
    record Confirmation(@Nullable String field, @Nullable String passage, @Nullable String reason) {

        rounds.cases.Confirmation said() {
            return new rounds.cases.Confirmation(or(field, ""), or(passage, ""), or(reason, ""));
        }
    }

    /// @param how `consultation`, `coordination` or `collaboration`
    @Serdeable
    record Took(@Nullable String who, @Nullable String how) {

        static Took of(Participant one) {
            return new Took(one.who(), one.how().code());
        }

        Participant participant() {
            return new Participant(or(who, ""), Way.of(or(how, "")));
        }
    }

    Facts facts(Facts now) {
        return new Facts(
                or(title, now.title()),
                or(language, now.language()),
                outcome == null ? now.outcome() : outcome.isEmpty() ? null : Outcome.of(outcome),
                setting == null ? now.setting() : setting.isEmpty() ? null : Setting.of(setting),
                or(practice, now.practice()),
                or(conditions, now.conditions()),
                or(tags, now.tags()),
                or(learning, now.learning()),
                tookPart == null
                        ? now.tookPart()
                        : tookPart.stream()
                                .filter(Objects::nonNull)
                                .map(Took::participant)
                                .toList(),
                or(led, now.led()),
                patientView == null
                        ? now.patientView()
                        : patientView.isEmpty() ? null : PatientView.of(patientView),
                or(patientWords, now.patientWords()),
                or(named, now.named()),
                or(membersOnly, now.membersOnly()));
    }

    List<rounds.cases.Confirmation> confirming() {
        return confirmations == null
                ? List.of()
                : confirmations.stream().filter(Objects::nonNull).map(Confirmation::said).toList();
    }

    Map<Part, String> parts(List<Section> now) {
        var all = new EnumMap<Part, String>(Part.class);
        now.forEach(one -> all.put(one.part(), one.body()));
        if (parts != null) {
            parts.forEach((part, body) -> all.put(Part.of(part), or(body, "")));
        }
        return all;
    }

    private static <T> T or(@Nullable T given, T now) {
        return given == null ? now : given;
    }
}
