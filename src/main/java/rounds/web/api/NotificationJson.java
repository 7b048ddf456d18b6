package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.notifications.Bundle;

import java.time.Instant;
import java.util.List;

/// What happened in one place, told as one.
///
/// @param bundle names it where it is marked as read
/// @param people the handles of who did it, the newest first
/// @param detail a role, a mark, why something was reported, or what was decided about it
@Serdeable
record NotificationJson(
        String bundle,
        String reason,
        boolean unread,
        List<String> people,
        String url,
        @Nullable String title,
        @Nullable String text,
        String community,
        @Nullable String detail,
        Instant at) {

    static NotificationJson of(Bundle bundle, String baseUrl) {
        return new NotificationJson(
                bundle.key(),
                bundle.reason().code(),
                bundle.unread(),
                bundle.people().stream().map(Bundle.Who::handle).toList(),
                baseUrl + bundle.path(),
                given(bundle.title()),
                given(bundle.text()),
                bundle.communitySlug(),
                given(bundle.detail()),
                bundle.at());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
