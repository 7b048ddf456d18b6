package rounds.forum;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Whom a post can name, read through the wall.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CandidateRepository extends GenericRepository<PostRow, Long> {

    // Members who are called so; and where everybody reads, whoever has lately taken part. Before a
    // word is typed, those who take part and those who came last: nobody looks through thousands.
    @Query(
            """
            with spot as (
                select d.id as discussion_id, d.community_id, d.conversation,
                       d.visibility = 'public' and c.visibility = 'public' as open
                from discussion d
                join community c on c.id = d.community_id
                join access a on a.person_id = (select viewer()) and a.community_id = d.community_id
                where d.id = coalesce(:discussionId::bigint, (select p.discussion_id from post p where p.id = :postId::bigint))
                union all
                select null, c.id, false, false
                from community c
                join access a on a.person_id = (select viewer()) and a.community_id = c.id
                where c.id = :communityId::bigint and c.form = 'community'),
            talk as (
                select distinct x.author_id as person_id, s.open, s.community_id
                from spot s
                cross join lateral (
                    select p.author_id
                    from post p
                    where p.discussion_id = s.discussion_id and p.state = 'visible'
                    order by p.number desc
                    limit 200) x),
            candidate as (
                select m.person_id, exists (select 1 from talk t where t.person_id = m.person_id) as here
                from spot s
                cross join lateral (
                    select m.person_id
                    from people_called(:words) called (id)
                    join membership m on m.community_id = s.community_id and m.person_id = called.id
                    where :words <> '' and m.role = 'member' and m.until_at is null
                    union all
                    (select m.person_id
                     from membership m
                     where :words = '' and m.community_id = s.community_id and m.role = 'member' and m.until_at is null
                     order by m.from_at desc
                     limit 50)) m
                union
                select t.person_id, true
                from talk t
                where t.open
                   or exists (
                       select 1 from membership m
                       where m.community_id = t.community_id and m.person_id = t.person_id and m.role = 'member'
                         and m.until_at is null))
            select * from (
                select p.handle, p.name, coalesce(p.profession, '') as profession, c.here, false as role
                from candidate c
                join person p on p.id = c.person_id
                where p.id <> (select viewer()) and (:words = '' or begins_words(:words, p.name || ' ' || p.handle))
                union all
                select r.handle, r.name, '', false, true
                from spot s
                cross join unnest(:roleHandles::text[], :roleNames::text[]) r (handle, name)
                where not s.conversation and :words <> '' and begins_words(:words, r.name || ' ' || r.handle)) found
            order by here desc, role desc, folded(name), handle
            limit :limit
            """)
    List<CandidateRow> find(
            @Nullable Long communityId,
            @Nullable Long discussionId,
            @Nullable Long postId,
            String words,
            String[] roleHandles,
            String[] roleNames,
            int limit);
}
