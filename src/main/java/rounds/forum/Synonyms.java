package rounds.forum;

import jakarta.inject.Singleton;

import java.util.List;

/// What is stored for the tags that people type: where one is a synonym, its main tag.
@Singleton
final class Synonyms {
    private final TagRepository tags;

    Synonyms(TagRepository tags) {
        this.tags = tags;
    }

    List<String> stored(long communityId, List<String> typed) {
        return typed.isEmpty()
                ? typed
                : List.of(tags.stored(communityId, typed.toArray(String[]::new)).tags());
    }
}
