package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

@MappedEntity("case_section")
record SectionRow(
        @Id long storyId, String part, String body, String html, int htmlVersion, int revision) {

    Section section(boolean draft, Markdown markdown, String idPrefix) {
        var stored = new Html(html, htmlVersion);
        return new Section(
                Part.of(part),
                body,
                draft ? stored : markdown.current(stored, body, idPrefix + "-" + part),
                revision);
    }
}
