package rounds.web.page;

import jakarta.inject.Singleton;

import rounds.platform.mail.Wording;

import java.util.List;
import java.util.Objects;

/// The sentences of mails come from the theme, as those of pages do.
@Singleton
final class ThemeWording implements Wording {
    private final Theme theme;

    ThemeWording(Theme theme) {
        this.theme = theme;
    }

    @Override
    public String text(String language, String key, List<?> details) {
        Language known = Objects.requireNonNullElse(Language.of(language), Language.EN);
        return theme.messages().text(known, key, details);
    }
}
