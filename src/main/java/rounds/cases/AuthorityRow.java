package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

@Introspected
record AuthorityRow(String ground, String ofWhom, @Nullable LocalDate givenOn, String reference) {

    Authority authority() {
        return new Authority(Ground.of(ground), ofWhom, givenOn, reference);
    }
}
