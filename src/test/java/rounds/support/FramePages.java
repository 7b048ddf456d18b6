package rounds.support;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Me;
import rounds.web.page.Page;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Pages and forms of no feature, for tests of the frame.
@Requires(property = "rounds.frame-pages")
@Controller("/frame")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FramePages {

    private static final Me AMARA =
            new Me(
                    7,
                    "amara",
                    "Amara Diallo",
                    null,
                    null,
                    "America/Toronto",
                    true,
                    true,
                    true,
                    List.of(
                            new Me.Place("frail", "Frail older adults at home", 3),
                            new Me.Place("rural", "Rural maternity care", 3),
                            new Me.Place("sante", "Santé mentale en première ligne", 3)),
                    3);

    @Get("/form")
    Page form() {
        return page(Filled.empty(), HttpStatus.OK);
    }

    /// Every part of the theme at once, for a person of two communities.
    @Get("/gallery")
    Page gallery() {
        var refused =
                ProblemException.invalid(
                        "title", "Say in a few words what the discussion is about.");
        return new Page(
                "frame/gallery",
                new Gallery(Filled.refused(Form.EMPTY, refused)),
                HttpStatus.OK,
                AMARA);
    }

    /// What the gallery shows.
    public record Gallery(Filled filled) {
        public Me.Place community() {
            return AMARA.communities().getFirst();
        }

        public Instant at() {
            return Instant.parse("2026-11-09T12:52:00Z");
        }

        public List<String> kinds() {
            return List.of(
                    "challenge", "success", "question", "request", "discussion", "announcement");
        }
    }

    /// Answers how many characters arrived; refuses an empty text and shows the form again.
    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(Form form) {
        try {
            if (form.text("text").isEmpty()) {
                throw ProblemException.invalid("text", "form.malformed");
            }
        } catch (ProblemException refused) {
            return HttpResponse.ok(
                    page(Filled.refused(form, refused), HttpStatus.UNPROCESSABLE_ENTITY));
        }
        return HttpResponse.ok(form.text("text").length() + " " + form.text("text").hashCode());
    }

    @Get("/viewer")
    String viewer(Viewer viewer) {
        return viewer.toString();
    }

    @Get("/mine")
    String mine(Viewer viewer) {
        return viewer.signedIn().toString();
    }

    @Post("/mine")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String mine(Form form, Viewer viewer) {
        return viewer.signedIn() + form.text("text");
    }

    @Post("/unreachable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String unreachable(Form form) {
        throw new IllegalStateException(
                form.text("text").substring(1),
                new SQLException("terminating connection due to administrator command", "57P01"));
    }

    @Get("/trouble/{kind}")
    Page trouble(String kind) {
        throw switch (kind) {
            case "forbidden" -> new ProblemException(new Problem.Forbidden("form.malformed"));
            case "conflict" -> new ProblemException(new Problem.Conflict("A sentence of its own."));
            case "too-many" -> new ProblemException(new Problem.TooMany(7));
            case "invalid" -> ProblemException.invalid("title", "form.malformed");
            case "ended" -> new ProblemException(new Problem.SessionEnded());
            case "hidden" -> ProblemException.notFound();
            default -> new IllegalStateException("select secret from /srv/rounds/Hidden.java");
        };
    }

    @Get("/broken-template")
    Page broken() {
        return new Page("frame/none", "nothing", HttpStatus.OK, null);
    }

    @Get("/number/{number}")
    String number(int number) {
        return "number " + number;
    }

    private static Page page(Filled filled, HttpStatus status) {
        return new Page("frame/form", Map.of("filled", filled), status, null);
    }
}
