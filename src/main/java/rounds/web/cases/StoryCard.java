package rounds.web.cases;

import rounds.cases.CaseStory;
import rounds.cases.Part;
import rounds.kernel.Author;
import rounds.platform.markdown.Html;
import rounds.web.Signboard;
import rounds.web.forum.Card;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a public case story says of itself to search engines and to previews of links. Where it is
/// not signed it has no author.
///
/// @param description the beginning of what is told, on one line
/// @param json an Article of schema.org, safe to stand inside a script element
public record StoryCard(String description, String json) {
    private static final int SHORT = 200;
    private static final int LONG = 1_000;

    static StoryCard of(CaseStory story, Signboard site) {
        String words =
                story.section(Part.STORY).map(part -> part.html()).map(StoryCard::line).orElse("");
        String url = site.baseUrl() + story.path();
        String json =
                """
                {"@context":"https://schema.org","@type":"Article","articleSection":"Case story","@id":%1$s,"url":%1$s,\
                "headline":%2$s,"abstract":%3$s,"articleBody":%4$s,"inLanguage":%5$s,"datePublished":%6$s,"dateModified":%7$s,\
                %8$s"keywords":%9$s,"isPartOf":{"@type":"WebPage","name":%10$s,"url":%11$s}}\
                """
                        .formatted(
                                Card.quoted(url),
                                Card.quoted(story.title()),
                                Card.quoted(String.join(" ", story.facts().learning())),
                                Card.quoted(Card.cut(words, LONG)),
                                Card.quoted(story.facts().language()),
                                Card.quoted(String.valueOf(story.publishedAt())),
                                Card.quoted(story.changedAt().toString()),
                                author(story),
                                Card.quoted(keywords(story)),
                                Card.quoted(story.communityName()),
                                Card.quoted(site.baseUrl() + "/c/" + story.communitySlug()));
        return new StoryCard(Card.cut(words, SHORT), json);
    }

    private static String author(CaseStory story) {
        Author author = story.author();
        return author == null || !story.facts().named()
                ? ""
                : "\"author\":{\"@type\":\"Person\",\"name\":" + Card.quoted(author.name()) + "},";
    }

    private static String keywords(CaseStory story) {
        return Stream.concat(story.facts().conditions().stream(), story.facts().tags().stream())
                .collect(Collectors.joining(", "));
    }

    private static String line(Html html) {
        return html.plainText().replaceAll("\\s+", " ").strip();
    }
}
