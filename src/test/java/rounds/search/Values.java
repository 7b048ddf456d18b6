package rounds.search;

import java.util.List;
import java.util.Random;

/// What can be narrowed to, and how it is typed.
final class Values {
    private final Random random;
    private final List<String> tags;

    Values(Random random, List<String> tags) {
        this.random = random;
        this.tags = tags;
    }

    /// In English and French.
    static List<String> operators(Facet facet) {
        return switch (facet) {
            case COMMUNITY -> List.of("in", "dans", "In");
            case TYPE -> List.of("type");
            case KIND -> List.of("kind", "genre");
            case IS -> List.of("is", "est");
            case TAG -> List.of("tag", "étiquette", "etiquette");
            case AUTHOR -> List.of("by", "par");
            case YEAR -> List.of("year", "année");
            case LANGUAGE -> List.of("lang", "langue");
            case FILE -> List.of("file", "fichier", "type");
            case HAS -> List.of("has", "avec");
            case PROFESSION, EMR -> List.of();
        };
    }

    /// One of them, as it is asked for.
    String of(Facet facet) {
        return switch (facet) {
            case COMMUNITY -> any(List.of("one", "two", "three", "four", "five", "nowhere"));
            case TYPE ->
                    any(
                            List.of(
                                    "discussion",
                                    "discussion",
                                    "post",
                                    "resource",
                                    "case_story",
                                    "topic",
                                    "term"));
            case KIND -> any(List.of("challenge", "success", "question", "guideline", "story"));
            case IS ->
                    any(
                            List.of(
                                    "open",
                                    "solved",
                                    "closed",
                                    "answered",
                                    "unanswered",
                                    "helped",
                                    "unread"));
            case TAG -> any(tags);
            case AUTHOR -> any(List.of("ada", "bo.berg", "berg", "nobody"));
            case YEAR -> String.valueOf(2021 + random.nextInt(5));
            case LANGUAGE -> any(List.of("en", "fr", "de"));
            case FILE -> any(List.of("pdf", "docx", "csv"));
            case HAS -> any(List.of("file", "image"));
            case PROFESSION, EMR -> any(List.of("nurse", "paper"));
        };
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
