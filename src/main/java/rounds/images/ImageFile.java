package rounds.images;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// One size of an image, as somebody may read it.
///
/// @param type `image/jpeg` or `image/png`
@MappedEntity("image_size")
public record ImageFile(@Id long imageId, int width, String type, String hash, long bytes) {}
