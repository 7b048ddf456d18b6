package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Titled;

@Introspected
record CaseTitleRow(long id, String title) {

    Titled titled() {
        return new Titled(CaseFinding.ref(id), title, CaseStory.path(id, title));
    }
}
