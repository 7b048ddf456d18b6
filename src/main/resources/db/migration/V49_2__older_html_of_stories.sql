-- Stories and follow-ups whose HTML an older renderer made, found without reading the others. A draft has none.
create index case_section_by_html_version on case_section (html_version, story_id, part) where html <> '';
create index case_follow_up_by_html_version on case_follow_up (html_version, id);
