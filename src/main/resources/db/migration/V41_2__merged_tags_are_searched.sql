-- Whoever searches for a tag that a community has merged finds what stands under the other: by its name, wherever that is.
create index tag_merged on tag (folded(name)) where main is not null;
