package rounds.web.forum;

import java.util.Arrays;
import java.util.List;

/// Tags as people type them into one field: with commas, or without.
final class Tags {

    static List<String> of(String line) {
        String separator = line.contains(",") || line.contains(";") ? "[,;]" : "\\s";
        return Arrays.stream(line.split(separator))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private Tags() {}
}
