-- Feeds and site maps of the whole site list stories: the newest of all, and what everybody reads in the order of ids.
create index case_story_latest on case_story (published_at desc, id desc) where state = 'visible';
create index case_story_open on case_story (id) where state = 'visible' and visibility = 'public' and not members_only;
