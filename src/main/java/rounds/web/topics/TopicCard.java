package rounds.web.topics;

import rounds.topics.Summary;
import rounds.topics.Topic;
import rounds.web.Signboard;
import rounds.web.forum.Card;

/// What a public topic says of itself to search engines and to previews of links.
///
/// @param description the question that it pursues
/// @param json an Article of schema.org, safe to stand inside a script element
public record TopicCard(String description, String json) {
    private static final int SHORT = 200;
    private static final int LONG = 1_000;

    static TopicCard of(Topic topic, Signboard site) {
        Summary summary = topic.summary();
        String words =
                summary == null
                        ? topic.pursuit().why()
                        : summary.html().plainText().replaceAll("\\s+", " ").strip();
        String url = site.baseUrl() + topic.path();
        String json =
                """
                {"@context":"https://schema.org","@type":"Article","articleSection":"Focus topic","@id":%1$s,"url":%1$s,\
                "headline":%2$s,"abstract":%3$s,"articleBody":%4$s,"inLanguage":%5$s,"datePublished":%6$s,"dateModified":%7$s,\
                "keywords":%8$s,"isPartOf":{"@type":"WebPage","name":%9$s,"url":%10$s}}\
                """
                        .formatted(
                                Card.quoted(url),
                                Card.quoted(topic.title()),
                                Card.quoted(topic.pursuit().question()),
                                Card.quoted(Card.cut(words, LONG)),
                                Card.quoted(topic.pursuit().language()),
                                Card.quoted(String.valueOf(topic.openedAt())),
                                Card.quoted(topic.changedAt().toString()),
                                Card.quoted(String.join(", ", topic.pursuit().tags())),
                                Card.quoted(topic.communityName()),
                                Card.quoted(site.baseUrl() + "/c/" + topic.communitySlug()));
        return new TopicCard(Card.cut(topic.pursuit().question(), SHORT), json);
    }
}
