package rounds.web.search;

import java.util.List;

/// What can be typed into the search box, each with examples that can be followed.
public record SearchHelpPage() {

    /// One line of the table.
    ///
    /// @param key of what it does: `search.help.` and this
    /// @param english examples as they are typed in English, each a search
    /// @param french the same in French
    public record Line(String key, List<String> english, List<String> french) {}

    /// What belongs together.
    ///
    /// @param key of its heading
    public record Part(String key, List<Line> lines) {}

    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "words",
                            List.of(
                                    line("all-words", "fever child", "fièvre enfant"),
                                    line(
                                            "phrase",
                                            "\"shared care plan\"",
                                            "\"plan de soins partagé\""),
                                    line("minus", "fax -machine", "fax -machine"),
                                    line("or", "metformin OR insulin", "metformine OU insuline"),
                                    line(
                                            "group",
                                            "kidney (metformin OR insulin)",
                                            "rein (metformine OU insuline)"),
                                    line("begun", "hypert*", "hypert*"))),
                    new Part(
                            "narrow",
                            List.of(
                                    // The rest of these two is the reader's own.
                                    line("in", "in:", "dans:"),
                                    line("by", "by:", "par:"),
                                    new Line(
                                            "kind",
                                            List.of("kind:challenge", "kind:guideline"),
                                            List.of("genre:défi", "genre:guide")),
                                    new Line(
                                            "type",
                                            List.of("type:resource", "type:post"),
                                            List.of("type:resource", "type:post")),
                                    line("tag", "tag:\"home visits\"", "étiquette:domicile"),
                                    line("lang", "lang:fr", "langue:en"),
                                    new Line(
                                            "file",
                                            List.of("has:file", "has:image", "file:pdf"),
                                            List.of("avec:fichier", "avec:image", "fichier:pdf")),
                                    new Line(
                                            "is",
                                            List.of("is:open", "is:answered", "is:unread"),
                                            List.of("est:ouvert", "est:répondu", "est:non-lu")),
                                    new Line(
                                            "days",
                                            List.of("after:2026-01", "before:2026-06-30"),
                                            List.of("après:2026-01", "avant:2026-06-30")),
                                    new Line(
                                            "near",
                                            List.of("near:3m", "year:2026"),
                                            List.of("depuis:3m", "année:2026")),
                                    line("without", "fax -kind:question", "fax -genre:question"))));

    private static Line line(String key, String english, String french) {
        return new Line(key, List.of(english), List.of(french));
    }

    public List<Part> parts() {
        return PARTS;
    }
}
