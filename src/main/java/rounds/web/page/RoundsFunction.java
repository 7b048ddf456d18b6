package rounds.web.page;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import java.util.List;
import java.util.Map;

/// A function of our templates with at most one argument, called `name`.
@FunctionalInterface
interface RoundsFunction extends Function {
    Object call(String name);

    @Override
    default Object execute(
            Map<String, Object> arguments,
            PebbleTemplate template,
            EvaluationContext context,
            int line) {
        return call(String.valueOf(arguments.get("name")));
    }

    @Override
    default List<String> getArgumentNames() {
        return List.of("name");
    }
}
