package rounds.start;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

@MappedEntity("start_entry")
record StartRow(@Id long id, long communityId, String contentType, long contentId, String why) {

    ContentRef content() {
        return new ContentRef(ContentType.of(contentType), contentId);
    }
}
