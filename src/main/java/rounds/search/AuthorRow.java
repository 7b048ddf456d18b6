package rounds.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.util.List;

/// What an author says of herself, by which hits can be told apart.
@MappedEntity("person")
record AuthorRow(@Id long id, String profession, List<String> emr) {

    /// What she says under this facet.
    List<String> of(Facet facet) {
        if (facet == Facet.EMR) {
            return emr;
        }
        return profession.isBlank() ? List.of() : List.of(profession);
    }
}
