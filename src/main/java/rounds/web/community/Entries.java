package rounds.web.community;

import io.micronaut.http.uri.UriBuilder;

import org.jspecify.annotations.Nullable;

import rounds.community.Role;
import rounds.community.Visibility;
import rounds.kernel.ProblemException;
import rounds.web.page.Form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/// Reads what the forms of this package offer to choose from, and writes the addresses of their
/// lists.
final class Entries {

    static Visibility visibility(Form form) {
        return Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.code().equals(form.line("visibility")))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("visibility", "community.visibility.missing"));
    }

    static Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isGiven() && role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("role", "community.role.unknown"));
    }

    /// The number in that field.
    static int number(Form form, String field) {
        try {
            return Integer.parseInt(form.line(field));
        } catch (NumberFormatException _) {
            throw ProblemException.invalid(field, "community.invite.days-unknown");
        }
    }

    /// That day; null for none, or for what is no day.
    static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// A path with these names and values behind it, but for those that are empty.
    static String address(String path, String... query) {
        UriBuilder address = UriBuilder.of(path);
        for (int i = 0; i < query.length; i += 2) {
            if (!query[i + 1].isEmpty()) {
                address.queryParam(query[i], query[i + 1]);
            }
        }
        return address.build().toString();
    }

    /// The address of the next page, or null on the last.
    static @Nullable String next(@Nullable String cursor, String path, String... query) {
        if (cursor == null) {
            return null;
        }
        String[] more = Arrays.copyOf(query, query.length + 2);
        more[query.length] = "after";
        more[query.length + 1] = cursor;
        return address(path, more);
    }

    private Entries() {}
}
