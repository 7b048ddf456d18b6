package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.util.List;

@MappedEntity("tag")
record TagRow(@Id String name, String description, String[] synonyms, int discussions) {

    Tag tag() {
        return new Tag(name, description, List.of(synonyms), discussions);
    }
}
