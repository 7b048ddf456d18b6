package rounds.web.page;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;

import org.jspecify.annotations.Nullable;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/// Finds templates in a theme. `layout` is the theme's own, else the default's; `default:layout` is
/// always the default's, so that a theme can extend what it overrides.
record ThemeLoader(ThemeFiles files) implements Loader<String> {
    private static final String DEFAULT = "default:";

    @Override
    public Reader getReader(String name) {
        byte[] file = find(name);
        if (file == null) {
            throw new LoaderException(null, "There is no template " + name);
        }
        return new StringReader(Slim.template(new String(file, StandardCharsets.UTF_8)));
    }

    @Override
    public boolean resourceExists(String name) {
        return find(name) != null;
    }

    private byte @Nullable [] find(String name) {
        return name.startsWith(DEFAULT)
                ? files.readDefault("templates/" + name.substring(DEFAULT.length()) + ".html")
                : files.read("templates/" + name + ".html");
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    /// Templates are named from the root of the theme, so that an override need not know who asks.
    @Override
    public String resolveRelativePath(String name, String anchor) {
        return name;
    }

    @Override
    public void setCharset(String charset) {}

    @Override
    public void setPrefix(String prefix) {}

    @Override
    public void setSuffix(String suffix) {}
}
