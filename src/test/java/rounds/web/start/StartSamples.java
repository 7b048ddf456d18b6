package rounds.web.start;

import rounds.community.Community;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.community.Waiting;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Problem;
import rounds.start.Beginning;
import rounds.support.Sample;
import rounds.web.page.Filled;
import rounds.web.page.Focus;
import rounds.web.page.Form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class StartSamples {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    public static final List<Beginning> LIST =
            List.of(
                    new Beginning(3, "Everybody <asks> this", excerpt(ContentType.DISCUSSION, 5)),
                    new Beginning(4, "Used & kept", excerpt(ContentType.CASE_STORY, 6)));

    public static final List<Sample> ALL =
            List.of(
                    sample(Set.of("read"), LIST),
                    sample(Set.of("read"), List.of()),
                    sample(Set.of("read", "curate"), List.of()),
                    new Sample(
                            "start/start",
                            new StartPage(
                                    community(Set.of("read", "curate")),
                                    LIST,
                                    new Focus(3, "up", "Title & <more>", 1, 2, false),
                                    "",
                                    new Filled(
                                            new Form(Map.of("address", List.of("<x>"))),
                                            List.of(
                                                    new Problem.Field("address", "start.address"),
                                                    new Problem.Field(
                                                            "why", "start.why.missing"))))));

    private static Sample sample(Set<String> may, List<Beginning> list) {
        return new Sample(
                "start/start", new StartPage(community(may), list, null, "", Filled.empty()));
    }

    private static Excerpt excerpt(ContentType type, long id) {
        var ref = new ContentRef(type, id);
        return new Excerpt(
                ref,
                ref,
                "Title & <more>",
                "Words",
                "/d/0000000000005-title",
                1,
                null,
                "fr",
                List.of(),
                "home-care",
                "Home care & more",
                "ada",
                "Ada",
                "Nurse",
                AT,
                null,
                null);
    }

    private static Community community(Set<String> may) {
        return new Community(
                1,
                "home-care",
                "Home care & more",
                "Purpose",
                "",
                Visibility.PUBLIC,
                List.of("en"),
                12,
                Waiting.NOTHING,
                false,
                false,
                false,
                false,
                false,
                true,
                AT,
                new Standing(Visibility.PUBLIC, Set.of(Role.MEMBER)),
                may,
                null);
    }

    private StartSamples() {}
}
