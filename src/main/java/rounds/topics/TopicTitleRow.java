package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Titled;

@Introspected
record TopicTitleRow(long id, String title, String language) {

    Titled titled() {
        return new Titled(Topic.ref(id), title, Topic.path(id, title), null, language);
    }
}
