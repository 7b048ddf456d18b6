package rounds.kernel;

import java.util.Locale;

/// The kinds of things that search, notifications, reports and links can point to.
public enum ContentType {
    COMMUNITY,
    PERSON,
    DISCUSSION,
    POST,
    /// An entry in a library.
    RESOURCE,
    /// One page of the text of a resource, as search finds it.
    PAGE,
    CASE_STORY,
    /// A focus topic.
    TOPIC,
    /// A word in the glossary of a community.
    TERM,
    /// A person in a community in one role.
    MEMBERSHIP,
    /// Somebody asks a community to let her in.
    JOIN_REQUEST,
    /// Somebody tells moderators that a post needs them.
    REPORT;

    /// What a hit of this type is counted and shown as: a page stands for its resource.
    public ContentType shown() {
        return this == PAGE ? RESOURCE : this;
    }

    /// As it stands in the database, in addresses and in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContentType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
