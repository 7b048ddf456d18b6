package rounds.web.forum;

import rounds.search.SearchHit;

import java.util.List;

/// What others wrote under titles like one that is being typed: a part of a page.
public record SimilarPage(List<SearchHit> hits) {}
