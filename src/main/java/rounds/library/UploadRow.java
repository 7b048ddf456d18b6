package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.platform.documents.DocumentType;

@MappedEntity("upload")
record UploadRow(
        @Id long id, String name, long length, @Nullable String hash, @Nullable String type) {

    boolean isWhole() {
        return hash != null;
    }

    /// @param received bytes; of a file that is whole, all
    Upload upload(long received) {
        return new Upload(
                id,
                name,
                length,
                isWhole() ? length : received,
                type == null ? null : DocumentType.of(type));
    }
}
