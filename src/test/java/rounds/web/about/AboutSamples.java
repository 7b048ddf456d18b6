package rounds.web.about;

import rounds.support.Sample;

import java.util.List;

public final class AboutSamples {
    public static final List<Sample> ALL =
            List.of(
                    new Sample("about/page", new AboutPage("privacy")),
                    new Sample("about/page", new AboutPage("accessibility")),
                    new Sample("about/page", new AboutPage("help")),
                    new Sample("about/page", new AboutPage("keyboard")));

    private AboutSamples() {}
}
