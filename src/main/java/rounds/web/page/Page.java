package rounds.web.page;

import io.micronaut.http.HttpStatus;

import org.jspecify.annotations.Nullable;

/// A page to be shown: a template of the theme and the record it shows. Made by `Pages`, which
/// reads what every page says of the person who asks.
///
/// @param template named from the root of the theme's templates, without ending: `forum/discussion`
/// @param page what the template sees as `page`
/// @param me the person who asks, as every page shows her; null for a visitor
public record Page(String template, Object page, HttpStatus status, @Nullable Me me) {}
