-- What a discussion's tags were stands in the history of its opening post, as its title does: where the next edit changed
-- them, and nowhere else.
alter table post_revision add column tags text[];
