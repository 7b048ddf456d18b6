package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.platform.markdown.Names;

import java.util.stream.Collectors;

/// A post whose HTML an older renderer made.
///
/// @param seen the transaction that wrote this row as it is here
/// @param named each name it holds and whom it meant when it was written: a person's id or a role
@MappedEntity("post")
record OlderHtmlRow(@Id long id, int htmlVersion, String body, long seen, String named) {

    Names names() {
        return new Names(
                named.lines()
                        .map(line -> line.split(" "))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> path(parts[1]))));
    }

    private String path(String whom) {
        return Character.isDigit(whom.charAt(0))
                ? Pointing.path(Long.parseLong(whom))
                : Pointing.path(id, whom);
    }
}
