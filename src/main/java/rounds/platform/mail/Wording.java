package rounds.platform.mail;

import java.util.List;

/// The sentences of mails. They lie in the theme, above this layer.
public interface Wording {

    /// The message of that key as plain text.
    ///
    /// @param language `en` or `fr`
    String text(String language, String key, List<?> details);
}
