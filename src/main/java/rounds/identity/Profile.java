package rounds.identity;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;

import java.time.Instant;
import java.util.List;

/// A person as others see her.
///
/// @param languages codes of two letters
@Introspected
public record Profile(
        long id,
        String handle,
        String name,
        String profession,
        String organisation,
        String place,
        String about,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> expertise,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> emr,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> languages,
        Instant createdAt) {}
