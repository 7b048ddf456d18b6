package rounds.web.images;

import rounds.kernel.Problem;
import rounds.support.Sample;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.util.List;
import java.util.Map;

public final class ImagesSamples {
    public static final List<Sample> ALL =
            List.of(
                    new Sample("images/new", new UploadPage(Filled.empty(), null)),
                    new Sample(
                            "images/new",
                            new UploadPage(
                                    Filled.empty(), "![A <form>](/images/0hzqk8v7m3x2c/900x600)")),
                    new Sample(
                            "images/new",
                            new UploadPage(
                                    new Filled(
                                            new Form(Map.of("words", List.of("A & B"))),
                                            List.of(
                                                    new Problem.Field(
                                                            "image", "images.refused.heic"),
                                                    new Problem.Field(
                                                            "words", "images.words.missing"))),
                                    null)));

    private ImagesSamples() {}
}
