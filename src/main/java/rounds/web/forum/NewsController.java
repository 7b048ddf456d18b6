package rounds.web.forum;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.forum.Discussion;
import rounds.forum.News;
import rounds.forum.NewsPage;
import rounds.kernel.Viewer;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Arrays;
import java.util.List;

/// The posts that an open page lacks, as pieces of that page.
@Controller("/d/{id}/news")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NewsController {
    private final News news;
    private final Watches watches;
    private final Pages pages;

    NewsController(News news, Watches watches, Pages pages) {
        this.news = news;
        this.watches = watches;
        this.pages = pages;
    }

    /// @param after the newest number the page knows of
    /// @param again numbers of posts that it shows and that have changed, with commas
    @Get
    Page since(
            String id,
            @QueryValue int after,
            @QueryValue(defaultValue = "") String again,
            Viewer viewer) {
        return pages.show(
                viewer,
                "forum/news",
                () -> page(viewer, news.since(viewer, Ids.parse(id), after, numbers(again))));
    }

    private FreshPage page(Viewer viewer, NewsPage found) {
        Discussion discussion = found.discussion();
        return new FreshPage(
                found,
                watches.keeping(
                        viewer,
                        discussion.id(),
                        discussion.communityId(),
                        discussion.openedBy().id(),
                        discussion.tags()));
    }

    private static List<Integer> numbers(String listed) {
        return Arrays.stream(listed.split(","))
                .filter(number -> !number.isEmpty())
                .limit(News.MOST)
                .map(Numbers::of)
                .toList();
    }
}
