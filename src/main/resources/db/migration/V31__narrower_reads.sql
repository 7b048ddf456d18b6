-- What goes through one community asks for it first: the index that is built anew, an export, what is narrowed when a
-- community is widened. Before these a small community on a large site cost as much as the whole site.

-- All of a community in the order of ids, in steps.
create index post_in_community on post (community_id, id);
create index discussion_in_community on discussion (community_id, id);

-- Which discussions hold posts that fewer people read: asked when a community is widened.
create index post_narrow on post (community_id, discussion_id) where visibility <> 'public';
