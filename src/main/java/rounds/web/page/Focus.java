package rounds.web.page;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

/// What was just moved: the keyboard goes on there.
///
/// @param by the button that was pressed: `up`, `down`, `top` or `place`, or another way
/// @param title of what was moved
/// @param place where it stands now, from 1; 0 where nothing is to be said of it
/// @param of how many
/// @param meanwhile whether somebody else had changed the order since it was looked at
public record Focus(long id, String by, String title, int place, int of, boolean meanwhile) {

    /// What the address says.
    ///
    /// @param id as people see it; null where nothing was moved
    public record Asked(@Nullable String id, @Nullable String by, @Nullable String meanwhile) {

        public @Nullable Long moved() {
            return id == null || !Ids.isId(id) ? null : Ids.parse(id);
        }

        public Focus at(long moved, String title, int place, int of) {
            return new Focus(
                    moved,
                    by == null ? "" : by,
                    title,
                    "take".equals(by) ? 0 : place,
                    Math.max(place, of),
                    meanwhile != null);
        }
    }

    /// The part of an address that says it.
    public static String asked(long id, String by, boolean meanwhile) {
        return "focus=" + Ids.text(id) + "&by=" + by + (meanwhile ? "&meanwhile=yes" : "");
    }

    /// Of the buttons that move it the one on which the keyboard stands now; empty: on none.
    public String button() {
        return switch (by) {
            case "put", "take" -> "";
            case "down", "top", "place" -> by;
            default -> "up";
        };
    }
}
