package rounds.web.page;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A filter of our templates: a function of the reader, the value and the arguments.
@FunctionalInterface
interface RoundsFilter extends Filter {
    @Nullable Object apply(Reader reader, Object value, List<?> arguments);

    @Override
    default @Nullable Object apply(
            @Nullable Object value,
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        return value == null
                ? null
                : apply((Reader) context.getVariable(Reader.NAME), value, inOrder(arguments));
    }

    /// None: arguments come by position, as many as there are.
    @Override
    default List<String> getArgumentNames() {
        return List.of();
    }

    private static List<?> inOrder(Map<String, Object> arguments) {
        return switch (arguments.size()) {
            case 0 -> List.of();
            // One list stands for its elements, so that a problem's details can be handed on.
            case 1 ->
                    arguments.get("0") instanceof List<?> several
                            ? several
                            : Collections.singletonList(arguments.get("0"));
            default -> {
                var ordered = new ArrayList<>();
                for (int position = 0; position < arguments.size(); position++) {
                    ordered.add(arguments.get(String.valueOf(position)));
                }
                yield ordered;
            }
        };
    }
}
