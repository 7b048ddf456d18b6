package rounds.web.page;

import io.micronaut.http.HttpStatus;

import org.jspecify.annotations.Nullable;

/// A page to be shown: a template of the theme and the record it shows. Made by `Pages`, which
/// reads what every page says of the person who asks.
///
/// @param template named from the root of the theme's templates, without ending: `forum/discussion`
/// @param page what the template sees as `page`
/// @param me the person who asks, as every page shows her; null for a visitor
public record Page(String template, Object page, HttpStatus status, @Nullable Me me) {

    /// The same with another record: what is worked out of the first one outside of the transaction
    /// in which that was read.
    public Page with(Object other) {
        return new Page(template, other, status, me);
    }
}
