package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;

/// Finds what was refused on a page, so that the frame can say it once for all pages: in the title,
/// and above everything, with a link to each field.
final class Refusal {
    /// A form stands on the page's record or in one of its parts (the box one writes in).
    private static final int DEPTH = 2;

    private Refusal() {}

    /// The refused form that this page shows again; null when it shows none.
    static @Nullable Filled in(Object page) {
        return in(page, DEPTH);
    }

    private static @Nullable Filled in(@Nullable Object part, int depth) {
        if (part instanceof Filled filled) {
            return filled.isRefused() ? filled : null;
        }
        if (part instanceof Record && depth > 0) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Filled found = in(value(part, component), depth - 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Object value(Object part, RecordComponent component) {
        if (!Record.class.isAssignableFrom(component.getType())) {
            return null;
        }
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(part.getClass() + " hides a part", impossible);
        }
    }
}
