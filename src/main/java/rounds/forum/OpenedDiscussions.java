package rounds.forum;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OpenedDiscussions extends GenericRepository<OpenedDiscussion, Long> {

    void save(OpenedDiscussion discussion);
}
