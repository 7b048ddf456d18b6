package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Meant;

import java.util.List;

@Introspected
record MeantRow(
        long communityId, String name, String[] spellings, String expansion, String language) {

    Meant meant() {
        return new Meant(communityId, name, List.of(spellings), expansion, language);
    }
}
