package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Titled;

/// What a discussion or a post is called for the viewer.
@Introspected
record TitledRow(
        boolean discussion,
        long id,
        long discussionId,
        String title,
        int number,
        String kind,
        String language) {

    Titled titled() {
        return new Titled(
                new ContentRef(discussion ? ContentType.DISCUSSION : ContentType.POST, id),
                number == 1 ? title : title + " (" + number + ")",
                Addresses.post(discussionId, title, number),
                number == 1 ? kind : null,
                language);
    }
}
