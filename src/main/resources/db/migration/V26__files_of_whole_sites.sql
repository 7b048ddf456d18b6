-- A moment as files have it.
create function instant_text(moment timestamptz) returns text language sql stable strict parallel safe
    return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Notes that come with the file of a whole site keep the ids of where they were, and the sample has some.
alter table community drop constraint conversation_is_closed;
alter table community add constraint conversation_is_closed check (
    form = 'community' or (visibility = 'private' and not members_may_invite and not review_first_posts));
