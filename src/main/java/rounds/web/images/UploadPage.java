package rounds.web.images;

import org.jspecify.annotations.Nullable;

import rounds.web.page.Filled;

/// The page on which somebody sends an image without a script.
///
/// @param markdown what shows the image in a text, to be copied; absent before one was sent
public record UploadPage(Filled filled, @Nullable String markdown) {}
