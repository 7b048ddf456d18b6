package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.platform.documents.DocumentType;

/// The file of one version, as somebody may read it.
@MappedEntity("resource_version")
public record ResourceFile(
        @Id long id, String hash, String name, String type, long bytes, String reading) {

    /// Whether it is not known yet if something in it would run where it is opened: only reading a
    /// PDF shows that.
    public boolean isUnread() {
        return type.equals(DocumentType.PDF.code()) && reading.equals(TextState.WAITING.code());
    }
}
