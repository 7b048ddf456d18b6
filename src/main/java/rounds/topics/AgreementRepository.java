package rounds.topics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Statements that are put to members, as the viewer may read and write them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AgreementRepository extends GenericRepository<AgreementRow, Long> {

    /// The newest first. Who put it is read by members.
    @Query(
            """
            select g.id, g.topic_id, g.number, g.statement, g.html, g.html_version, p.id as person_id, p.handle, p.name, p.profession,
                   g.put_at, g.closes_at, g.closes_on, g.state, g.closed_at, g.outcome, g.agreed, g.concerned, g.objected, g.abstained,
                   s.stance, s.reason, s.at as said_at
            from topic_agreement g
            left join access a on a.person_id = (select viewer()) and a.community_id = g.community_id and a.reads
            left join person p on p.id = g.put_by and a.reads
            left join topic_stance s on s.agreement_id = g.id and s.person_id = (select viewer())
            where g.topic_id = :topic
            order by g.number desc
            limit :limit
            """)
    List<AgreementRow> of(long topic, int limit);

    @Query(
            """
            select g.id, g.topic_id, g.number, g.statement, g.html, g.html_version, p.id as person_id, p.handle, p.name, p.profession,
                   g.put_at, g.closes_at, g.closes_on, g.state, g.closed_at, g.outcome, g.agreed, g.concerned, g.objected, g.abstained,
                   s.stance, s.reason, s.at as said_at
            from topic_agreement g
            left join access a on a.person_id = (select viewer()) and a.community_id = g.community_id and a.reads
            left join person p on p.id = g.put_by and a.reads
            left join topic_stance s on s.agreement_id = g.id and s.person_id = (select viewer())
            where g.topic_id = :topic and g.number = :number
            """)
    Optional<AgreementRow> one(long topic, int number);

    /// What is said with more than a yes before what is said without, the newest first.
    @Query(
            """
            select s.person_id, p.handle, p.name, p.profession, s.stance, s.reason, s.at
            from topic_stance s
            join person p on p.id = s.person_id
            where s.agreement_id = :id
            order by s.reason = '', s.at desc, s.person_id desc
            limit :limit
            """)
    List<SaidRow> said(long id, int limit);

    /// 0 where another is open.
    @Query(
            """
            insert into topic_agreement (id, topic_id, community_id, number, statement, html, html_version, put_by, put_at, closes_at,
                                         closes_on)
            select :id, t.id, t.community_id,
                   coalesce((select max(g.number) from topic_agreement g where g.topic_id = t.id), 0) + 1,
                   :statement, :html, :htmlVersion, viewer(), :now, :closes, :on::date
            from topic t
            where t.id = :topic
            on conflict do nothing
            """)
    int put(
            long id,
            long topic,
            String statement,
            String html,
            int htmlVersion,
            Instant closes,
            @Nullable LocalDate on,
            Instant now);

    @Query("select stand_on_agreement(:id, :stance, :reason, :now)")
    boolean stand(long id, String stance, String reason, Instant now);

    @Query("select stand_on_agreement(:id, null, '', :now)")
    boolean standNoMore(long id, Instant now);

    @Query(
            """
            update topic_agreement
            set state = :state, closed_by = viewer(), closed_at = :now, outcome = :outcome
            where id = :id and state = 'open'
            """)
    int close(long id, String state, String outcome, Instant now);
}
