package rounds.community;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.util.List;

/// Somebody with whom the viewer shares a community, and what she says of herself.
///
/// @param sortKey by which lists of people are ordered
@Introspected
public record Colleague(
        long id,
        String handle,
        String name,
        String profession,
        String organisation,
        String place,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> expertise,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> emr,
        String sortKey) {

    public Acquaintance acquaintance() {
        return new Acquaintance(id, handle, name, profession, organisation);
    }
}
