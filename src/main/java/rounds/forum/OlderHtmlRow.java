package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A post whose HTML an older renderer made.
///
/// @param seen the transaction that wrote this row as it is here
@MappedEntity("post")
record OlderHtmlRow(@Id long id, int htmlVersion, String body, long seen) {}
