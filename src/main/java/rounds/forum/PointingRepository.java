package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whom and what posts point to, as it is written.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PointingRepository extends GenericRepository<PostRow, Long> {

    @Query(
            """
            select name, person_id, called, role, reads, before
            from named(:names::text[], :roleNames::text[], :roleCodes::text[], :postId::bigint, :discussionId::bigint, :slug::text)
            """)
    List<NamedRow> named(
            String[] names,
            String[] roleNames,
            String[] roleCodes,
            @Nullable Long postId,
            @Nullable Long discussionId,
            @Nullable String slug);

    /// The same among a few people who are to read a note that is not yet sent.
    @Query(
            """
            select handle as name, id as person_id, name as called, null::text as role,
                   handle = any (:among::text[]) or id = (select viewer()) as reads, false as before
            from person
            where handle = any (:names::text[])
            """)
    List<NamedRow> namedAmong(String[] names, String[] among);

    /// The same where nothing is sent: everybody whose name it is.
    @Query(
            """
            select handle as name, id as person_id, name as called, null::text as role, true as reads, false as before
            from person
            where handle = any (:names::text[])
            """)
    List<NamedRow> namedAnywhere(String[] names);

    @Query(
            """
            select true from (select point(:postId, :names::text[], :people::bigint[], :roles::text[], :kinds::text[], :targets::bigint[])) done
            """)
    boolean point(
            long postId,
            String[] names,
            Long[] people,
            String[] roles,
            String[] kinds,
            Long[] targets);
}
