package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.LinkedHashMap;

@MappedEntity("case_edit")
record CaseEditRow(@Id long storyId, String[] fields, int madeFrom, int revision, Instant savedAt) {

    BegunEdit begun() {
        var entered = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            entered.put(fields[i], fields[i + 1]);
        }
        return new BegunEdit(entered, madeFrom, revision, savedAt);
    }
}
