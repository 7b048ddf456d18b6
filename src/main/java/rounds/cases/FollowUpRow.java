package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;

@MappedEntity("case_follow_up")
record FollowUpRow(@Id long id, int months, String body, String html, int htmlVersion, Instant at) {

    FollowUp followUp(Markdown markdown) {
        return new FollowUp(
                id,
                months,
                body,
                markdown.current(new Html(html, htmlVersion), body, Ids.text(id)),
                at);
    }
}
