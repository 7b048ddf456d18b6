package rounds.web.page;

import io.micronaut.context.annotation.Property;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/// The chosen theme: its templates, messages and assets. Files in folders are looked at again when
/// they change, at most twice a second; what comes from the jar never changes.
@Singleton
public final class Theme {
    private static final long LOOK_EVERY_NANOS = 500_000_000;

    private final ThemeFiles files;
    private final Clock clock;
    private volatile Loaded loaded;
    private volatile long lookedAt = System.nanoTime();

    @Inject
    Theme(
            @Nullable @Property(name = "rounds.project") String project,
            @Nullable @Property(name = "rounds.themes") String themes,
            @Property(name = "rounds.theme", defaultValue = "default") String name,
            Clock clock) {
        this(files(project, themes, name), clock);
    }

    Theme(ThemeFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.loaded = Loaded.from(files, clock);
    }

    /// A page of that template.
    ///
    /// @param template named from the root of the theme's templates, without ending:
    ///   `forum/discussion`
    byte[] render(String template, Map<String, ?> model, Reader reader) {
        var page = new PageText();
        try {
            @SuppressWarnings("unchecked") // Pebble only reads it.
            var variables = (Map<String, Object>) model;
            now().engine
                    .getTemplate(template)
                    .evaluate(page, variables, reader.language().locale());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return page.utf8();
    }

    /// Reads that template without rendering it.
    ///
    /// @throws PebbleException for one that is not there or cannot be read
    void read(String template) {
        now().engine.getTemplate(template);
    }

    public Messages messages() {
        return now().messages;
    }

    Assets assets() {
        return now().assets;
    }

    private Loaded now() {
        long time = System.nanoTime();
        if (time - lookedAt > LOOK_EVERY_NANOS && !files.packaged()) {
            lookedAt = time;
            if (files.stamp() != loaded.stamp) {
                loaded = Loaded.from(files, clock);
            }
        }
        return loaded;
    }

    private static ThemeFiles files(
            @Nullable String project, @Nullable String themes, String name) {
        Path home = Path.of(project == null ? "" : project);
        Path standard = project == null ? null : home.resolve("themes/default");
        if (standard != null && !Files.isDirectory(standard)) {
            standard = null;
        }
        if (name.equals("default")) {
            return new ThemeFiles(null, standard);
        }
        Path theme = home.resolve(themes == null ? "themes" : themes).resolve(name);
        if (!name.matches("[\\w-]+") || !Files.isDirectory(theme)) {
            throw new IllegalArgumentException(
                    "ROUNDS_THEME names the theme "
                            + name
                            + ", and there is no folder "
                            + theme.toAbsolutePath());
        }
        return new ThemeFiles(theme, standard);
    }

    private record Loaded(PebbleEngine engine, Messages messages, Assets assets, long stamp) {
        static Loaded from(ThemeFiles files, Clock clock) {
            long stamp = files.stamp();
            var messages = new Messages(files);
            var assets = new Assets(files);
            var engine =
                    new PebbleEngine.Builder()
                            .loader(new ThemeLoader(files))
                            .strictVariables(true)
                            .autoEscaping(true)
                            .newLineTrimming(true)
                            .defaultLocale(Locale.ENGLISH)
                            .methodAccessValidator(new RecordsOnly())
                            .extension(
                                    new RoundsExtension(
                                            messages, new Dates(clock, messages), assets))
                            .build();
            return new Loaded(engine, messages, assets, stamp);
        }
    }
}
