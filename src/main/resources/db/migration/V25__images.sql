-- Images that people show each other.

-- It is its uploader's alone until it stands in a post of hers. What it shows is said in the words of each post, since it
-- may be there for another reason each time.
create table image (
    id        bigint      primary key,
    person_id bigint      not null references person on delete cascade,
    -- Of the largest size, in pixels.
    width     int         not null check (width between 1 and 2400),
    height    int         not null check (height between 1 and 10000),
    -- Of all sizes together.
    bytes     bigint      not null check (bytes > 0),
    made_at   timestamptz not null
);

-- How much somebody has sent today, and what nobody has shown.
create index image_by_person on image (person_id, made_at desc);
create index image_by_age on image (made_at);

-- The files of an image: each written before its row, and never found by anything but the row.
create table image_size (
    image_id bigint not null references image on delete cascade,
    width    int    not null check (width between 1 and 2400),
    height   int    not null check (height between 1 and 10000),
    type     text   not null check (type in ('image/jpeg', 'image/png')),
    hash     text   not null check (hash ~ '^[0-9a-f]{64}$'),
    bytes    bigint not null check (bytes > 0),
    primary key (image_id, width)
);

-- Which files are still wanted.
create index image_size_by_hash on image_size (hash);

-- Where an image stands. Only its uploader's own posts: who quotes it shows it to those who read it there, and to nobody
-- else, so that it is gone everywhere when the post is hidden that it belongs to.
create table image_in_post (
    image_id     bigint not null references image on delete cascade,
    post_id      bigint not null references post on delete cascade,
    community_id bigint not null references community on delete cascade,
    primary key (image_id, post_id)
);

create index image_in_post_by_post on image_in_post (post_id);

alter table image enable row level security;
alter table image_size enable row level security;
alter table image_in_post enable row level security;
grant select, insert, update, delete on image, image_size, image_in_post to ${system};
create policy system_all on image to ${system} using (true) with check (true);
create policy system_all on image_size to ${system} using (true) with check (true);
create policy system_all on image_in_post to ${system} using (true) with check (true);

-- Read where a post is read that it stands in: the subselects run under the policies of the place and of the post, each
-- one probe by key.
create policy read on image_in_post for select to ${app} using ((select true from post p where p.id = image_in_post.post_id));
create policy read on image for select to ${app} using (
    person_id = (select viewer())
    or (select true from image_in_post i where i.image_id = image.id limit 1));
create policy read on image_size for select to ${app} using ((select true from image i where i.id = image_size.image_id));
-- Who may write somewhere may have images to show.
create policy take_in on image for insert to ${app} with check (
    person_id = (select viewer())
    and exists (select 1 from access a where a.person_id = (select viewer())));
create policy take_in on image_size for insert to ${app} with check (
    (select i.person_id = (select viewer()) from image i where i.id = image_size.image_id));
create policy throw_away on image for delete to ${app} using (person_id = (select viewer()));
grant select, insert, delete on image to ${app};
grant select, insert on image_size to ${app};
grant select on image_in_post to ${app};

-- The viewer's post shows these images of hers, in place of those it showed before.
create function show_images(of_post bigint, images bigint[]) returns void
language plpgsql security definer set search_path = rounds, pg_temp as $$
begin
    if not exists (select 1 from post p where p.id = of_post and p.author_id = viewer()) then
        raise insufficient_privilege using message = 'only who wrote a post says what it shows';
    end if;
    delete from image_in_post x where x.post_id = of_post and x.image_id <> all (images);
    insert into image_in_post (image_id, post_id, community_id)
    select i.id, p.id, p.community_id
      from image i
      join post p on p.id = of_post
     where i.id = any (images) and i.person_id = viewer()
    on conflict do nothing;
end $$;
