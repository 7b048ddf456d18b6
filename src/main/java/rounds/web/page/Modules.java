package rounds.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A script with the scripts that it imports joined into it, each once and in a scope of its own,
/// so that a page asks for one file where the sources are many. What is imported only when it is
/// wanted (`import("./x.js")`) stays apart.
///
/// A module that two others import at different times is there twice: it keeps no state of its own.
final class Modules {
    private static final Pattern IMPORT =
            Pattern.compile(
                    "^import (?:\\{([^}]*)} from )?\"\\./([\\w.-]+\\.js)\";[ \\t]*$",
                    Pattern.MULTILINE);
    private static final Pattern DECLARED =
            Pattern.compile(
                    "^export ((?:async )?function\\*?|const|class) ?([\\w$]+)", Pattern.MULTILINE);
    private static final Pattern LISTED =
            Pattern.compile("(?<![\\w$.])export ?\\{([^}]*)};?[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern OTHER =
            Pattern.compile("^(?:import|export)\\b(?! ?\\()", Pattern.MULTILINE);

    private final UnaryOperator<String> sources;
    private final Map<String, String> scopes = new LinkedHashMap<>();
    private final StringBuilder joined = new StringBuilder();

    private Modules(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /// @param sources the script of that name
    /// @throws IllegalArgumentException for a script that imports or exports in a way not known
    ///   here
    static String joined(String script, UnaryOperator<String> sources) {
        var modules = new Modules(sources);
        String own = modules.linked(script);
        return modules.joined + own;
    }

    /// The script with names from the scopes of what it imports, which are written before it.
    private String linked(String script) {
        return IMPORT.matcher(script).replaceAll(found -> Matcher.quoteReplacement(names(found)));
    }

    private String names(MatchResult found) {
        String scope = scope(found.group(2));
        return found.group(1) == null
                ? ""
                : "const {%s} = %s;".formatted(renamed(found.group(1)), scope);
    }

    private String scope(String path) {
        String known = scopes.get(path);
        if (known != null) {
            return known;
        }
        String scope = "$" + path.replaceAll("\\W", "_");
        scopes.put(path, scope);
        String script = linked(sources.apply(path));
        var given = new ArrayList<String>();
        String plain =
                DECLARED.matcher(script)
                        .replaceAll(found -> {
                            given.add(found.group(2));
                            return Matcher.quoteReplacement(found.group(1) + " " + found.group(2));
                        });
        plain =
                LISTED.matcher(plain)
                        .replaceAll(found -> {
                            given.addAll(swapped(found.group(1)));
                            return "";
                        });
        if (OTHER.matcher(plain).find()) {
            throw new IllegalArgumentException(
                    path + " imports or exports in a way that cannot be joined");
        }
        joined.append(
                "const %s = (() => {\n%s\nreturn {%s};\n})();\n"
                        .formatted(scope, plain.strip(), String.join(", ", given)));
        return scope;
    }

    /// `a as b` as `a: b`.
    private static String renamed(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> name.strip().replaceFirst("\\s+as\\s+", ": "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// `a as b` as `b: a`.
    private static List<String> swapped(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("^(\\S+)\\s+as\\s+(\\S+)$", "$2: $1"))
                .toList();
    }
}
