package rounds.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Uploads of their sender, and nobody else's.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UploadRepository extends GenericRepository<UploadRow, Long> {

    @Query("select exists (select 1 from access where person_id = (select viewer()) and reads)")
    boolean writesSomewhere();

    @Query(
            """
            insert into upload (id, person_id, name, length, made_at)
            values (:id, viewer(), :name, :length, :now)
            """)
    int begin(long id, String name, long length, Instant now);

    @Query("select id, name, length, hash, type from upload where id = :id")
    Optional<UploadRow> find(long id);

    @Query(
            "select id, name, length, hash, type from upload where id = any (:ids::bigint[]) order by id")
    List<UploadRow> all(Long[] ids);

    @Query(
            """
            update upload
            set length = :length, hash = :hash, type = :type
            where id = :id and hash is null
            """)
    int finish(long id, long length, @Nullable String hash, @Nullable String type);

    @Query("delete from upload where id = :id")
    int remove(long id);
}
