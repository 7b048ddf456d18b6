package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Titled;

@Introspected
record CaseTitleRow(long id, String title, @Nullable String outcome, String language) {

    Titled titled() {
        return new Titled(CaseFinding.ref(id), title, CaseStory.path(id, title), outcome, language);
    }
}
