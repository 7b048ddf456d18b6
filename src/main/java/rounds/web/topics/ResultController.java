package rounds.web.topics;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.mail.Wording;
import rounds.topics.Ending;
import rounds.topics.Topic;
import rounds.topics.Topics;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the summary of a topic a resource in the library of its community.
@Controller("/focus/{id}/result")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResultController {
    private final Ending ending;
    private final Topics topics;
    private final Library library;
    private final GatherDesk desk;
    private final Transactions transactions;
    private final Wording wording;
    private final Pages pages;

    ResultController(
            Ending ending,
            Topics topics,
            Library library,
            GatherDesk desk,
            Transactions transactions,
            Wording wording,
            Pages pages) {
        this.ending = ending;
        this.topics = topics;
        this.library = library;
        this.desk = desk;
        this.transactions = transactions;
        this.wording = wording;
        this.pages = pages;
    }

    @Get
    Page write(String id, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = topics.topic(person, Ids.parse(id));
        text(person, topic);
        return desk.show(
                person,
                "keep",
                topic.id(),
                GatherDesk.About.NOTHING,
                Filled.with(Map.of("title", topic.title())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object keep(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Topic topic = topics.topic(person, Ids.parse(id));
        Optional<Filled> asked = desk.asks(person, topic.id(), form);
        if (asked.isPresent()) {
            return desk.show(person, "keep", topic.id(), GatherDesk.About.NOTHING, asked.get());
        }
        try {
            String text = text(person, topic);
            Resource made = transactions.write(person, () -> made(person, topic, text, form));
            return pages.goTo(made.path(), "gather.result.kept");
        } catch (ProblemException refused) {
            return desk.again(person, "keep", topic.id(), GatherDesk.About.NOTHING, form, refused);
        }
    }

    /// Both or neither: there is one document of a topic.
    private Resource made(Viewer.SignedIn person, Topic topic, String text, Form form) {
        Resource made =
                library.share(
                        person,
                        topic.communitySlug(),
                        details(form.line("title"), topic),
                        new Material.Text(text),
                        form.submission());
        ending.became(person, topic.id(), made.id());
        return made;
    }

    private String text(Viewer.SignedIn person, Topic topic) {
        String language = topic.pursuit().language().startsWith("fr") ? "fr" : "en";
        return ending.text(
                person, topic.id(), wording.text(language, "gather.result.references", List.of()));
    }

    private static Details details(String title, Topic topic) {
        Details named = Details.of(ResourceKind.ARTICLE, title);
        return new Details(
                named.kind(),
                named.title(),
                topic.pursuit().question(),
                topic.pursuit().language(),
                topic.pursuit().tags(),
                named.keywords(),
                named.authors(),
                named.source(),
                named.licence(),
                named.journal(),
                named.year(),
                named.doi(),
                named.pmid(),
                named.outline(),
                named.adaptation());
    }
}
