-- Posts whose HTML an older renderer made, found without reading the others: a job renders them anew after the renderer
-- has changed. A handful of versions over all posts packs well, about 7 MB a million.
create index post_by_html_version on post (html_version, id);
