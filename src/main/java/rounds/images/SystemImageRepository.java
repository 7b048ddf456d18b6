package rounds.images;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Sees which images and files are still wanted, and nothing of what they show.
@Repository("system")
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SystemImageRepository extends GenericRepository<ImageFile, Long> {

    @Query(
            """
            insert into image (id, person_id, width, height, bytes, made_at)
            select :id, p.author_id, :width, :height, :bytes, coalesce(cast(:made as timestamptz), p.posted_at)
            from post p
            where p.id = :postId
            """)
    int add(long id, long postId, int width, int height, long bytes, @Nullable Instant made);

    @Query("select exists (select 1 from image where id = :id)")
    boolean has(long id);

    @Query(ImageRepository.ADD_SIZES)
    int addSizes(
            long id,
            Integer[] widths,
            Integer[] heights,
            String[] types,
            String[] hashes,
            Long[] lengths);

    @Query(
            """
            insert into image_in_post (image_id, post_id, community_id)
            select i.id, p.id, p.community_id
            from image i
            join post p on p.author_id = i.person_id
            where i.id = :id and p.id = any (:posts::bigint[])
            on conflict do nothing
            """)
    int show(long id, Long[] posts);

    @Query("select distinct s.hash from image_size s where s.hash = any (:hashes::text[])")
    List<String> named(String[] hashes);

    // What is still in somebody's draft will be shown one day.
    @Query(
            """
            delete from image i
            where i.made_at < :before
              and not exists (select 1 from image_in_post p where p.image_id = i.id)
              and not exists (select 1 from draft d
                               where d.person_id = i.person_id and d.body like '%/images/' || id_text(i.id) || '%')
            """)
    int prune(Instant before);
}
