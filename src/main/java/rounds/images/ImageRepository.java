package rounds.images;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;

/// Images as their viewer may read them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImageRepository extends GenericRepository<ImageFile, Long> {
    String ADD_SIZES =
            """
            insert into image_size (image_id, width, height, type, hash, bytes)
            select :id, s.*
            from unnest(:widths::int[], :heights::int[], :types::text[], :hashes::text[], :lengths::bigint[]) s
            """;

    @Query(
            """
            select exists (select 1 from access a where a.person_id = (select viewer())) as writes,
                   coalesce((select sum(i.bytes) from image i
                              where i.person_id = (select viewer()) and i.made_at > :since), 0)::bigint as today
            """)
    AllowanceRow allowance(Instant since);

    @Query(
            """
            insert into image (id, person_id, width, height, bytes, made_at)
            values (:id, viewer(), :width, :height, :bytes, :now)
            """)
    int add(long id, int width, int height, long bytes, Instant now);

    @Query(ADD_SIZES)
    int addSizes(
            long id,
            Integer[] widths,
            Integer[] heights,
            String[] types,
            String[] hashes,
            Long[] lengths);

    /// The smallest size that is so wide, or else the widest.
    @Query(
            """
            select s.image_id, s.width, s.type, s.hash, s.bytes
            from image_size s
            where s.image_id = :id
            order by s.width < :wanted, case when s.width < :wanted then -s.width else s.width end
            limit 1
            """)
    Optional<ImageFile> file(long id, int wanted);

    @Query("delete from image where id = :id")
    int throwAway(long id);

    @Query("select true from (select show_images(:postId, :images::bigint[])) done")
    boolean show(long postId, Long[] images);
}
