package rounds.web.page;

import io.micronaut.http.HttpStatus;

import rounds.kernel.Problem;
import rounds.support.Sample;

import java.util.List;

public final class FrameSamples {
    public static final List<Sample> ALL =
            List.of(
                    new Sample("errors/trouble", Trouble.of(HttpStatus.NOT_FOUND)),
                    new Sample("errors/trouble", Trouble.of(HttpStatus.METHOD_NOT_ALLOWED)),
                    new Sample("errors/trouble", Trouble.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE)),
                    new Sample("errors/trouble", Trouble.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE)),
                    new Sample("errors/trouble", Trouble.of(HttpStatus.BAD_REQUEST)),
                    new Sample(
                            "errors/trouble", Trouble.of(new Problem.Forbidden("form.malformed"))),
                    new Sample(
                            "errors/trouble",
                            Trouble.of(new Problem.Conflict("A sentence of its own."))),
                    new Sample("errors/trouble", Trouble.of(new Problem.TooMany(1))),
                    new Sample(
                            "errors/trouble",
                            Trouble.of(new Problem.Forbidden("policy.refused.share", "/c/valley"))),
                    new Sample(
                            "errors/trouble",
                            Trouble.of(new Problem.Invalid("title", "form.malformed"))),
                    new Sample("errors/trouble", Trouble.unexpected("a1b2c3d4")),
                    new Sample("errors/trouble", Trouble.busy(2)),
                    new Sample("errors/again", again(false)),
                    new Sample("errors/again", again(true)));

    private FrameSamples() {}

    private static Again again(boolean signIn) {
        var fields =
                List.of(
                        new Again.Field("title", "A \"title\""),
                        new Again.Field("body", "Words\n<b>kept</b>"));
        return new Again(
                "/d/1/posts?a=b&c=d",
                fields,
                "Words\n<b>kept</b>",
                signIn ? "again.signed-out" : "again.stale",
                signIn);
    }
}
