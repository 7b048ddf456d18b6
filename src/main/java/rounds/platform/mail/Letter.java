package rounds.platform.mail;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// One mail to one person. Its words are the theme's messages `<key>.subject` and `<key>.body`, in
/// the receiver's language; `details` fill their slots.
///
/// A detail that is a [Link] becomes an address of this site. Any other text was typed by somebody
/// and is written so that no mail program makes a link of it.
///
/// @param personId whose mail it is, so that it stops when the account does; null for an address
///   without an account
/// @param language `en` or `fr`
/// @param worth not sent when it has waited longer than this; null: always worth sending
public record Letter(
        String to,
        @Nullable Long personId,
        String language,
        String key,
        List<Object> details,
        @Nullable Duration worth) {

    /// A place of this site, by its path.
    public record Link(String path) {}
}
