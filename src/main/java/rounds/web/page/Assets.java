package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The assets of one theme, each read once. Style sheets and scripts are served with what they
/// import joined into them, without remarks and indents, and with the addresses of what they use or
/// fetch when it is wanted, so that a browser keeps those for ever, too.
final class Assets {
    private static final Pattern IMPORT = Pattern.compile("@import \"([\\w.-]+\\.css)\";");
    private static final Pattern URL =
            Pattern.compile("url\\(([\\w.-]+\\.(?:woff2|svg|png|webp|jpg))\\)");

    private static final Pattern MODULE = Pattern.compile("(import ?\\()\"\\./([\\w.-]+\\.js)\"");

    /// A sheet that a script brings with it, when it is wanted.
    private static final Pattern SHEET = Pattern.compile("\"\\./([\\w.-]+\\.css)\"");

    private final ThemeFiles files;
    // Holds only what exists, so it cannot grow beyond the theme.
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    Assets(ThemeFiles files) {
        this.files = files;
    }

    @Nullable Asset find(String path) {
        Asset asset = known.get(path);
        if (asset != null) {
            return asset;
        }
        byte[] bytes = files.read("assets/" + path);
        if (bytes == null) {
            return null;
        }
        Asset read = Asset.of(path, served(path, bytes));
        known.put(path, read);
        return read;
    }

    /// Where that asset is found; for a template or a sheet that names it.
    String address(String path) {
        Asset asset = find(path);
        if (asset == null) {
            throw new IllegalArgumentException("The theme has no asset " + path);
        }
        return asset.address();
    }

    private byte[] served(String path, byte[] bytes) {
        if (path.endsWith(".css")) {
            return joined(bytes);
        }
        return path.endsWith(".js") ? addressed(bytes) : bytes;
    }

    private byte[] addressed(byte[] script) {
        String joined =
                Modules.joined(
                        Slim.script(new String(script, StandardCharsets.UTF_8)),
                        path -> Slim.script(text(path)));
        String modules =
                MODULE.matcher(joined)
                        .replaceAll(found ->
                                quote(found.group(1) + "\"" + address(found.group(2)) + "\""));
        return SHEET.matcher(modules)
                .replaceAll(found -> quote("\"" + address(found.group(1)) + "\""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] joined(byte[] sheet) {
        String joined =
                IMPORT.matcher(new String(sheet, StandardCharsets.UTF_8))
                        .replaceAll(found -> quote(text(found.group(1))));
        return URL.matcher(Slim.sheet(joined))
                .replaceAll(found -> "url(" + address(found.group(1)) + ")")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String text(String path) {
        byte[] file = files.read("assets/" + path);
        if (file == null) {
            throw new IllegalArgumentException("The theme has no asset " + path);
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    private static String quote(String text) {
        return Matcher.quoteReplacement(text);
    }
}
