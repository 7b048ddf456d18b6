package rounds.web.page;

import io.pebbletemplates.pebble.attributes.methodaccess.MethodAccessValidator;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// What a template may call: what our records and enums say of themselves, and how much a
/// collection or a text holds. A theme is made by strangers and cannot run Java.
final class RecordsOnly implements MethodAccessValidator {
    private static final Set<String> OF_COLLECTIONS =
            Set.of(
                    "size",
                    "isEmpty",
                    "getFirst",
                    "getLast",
                    "contains",
                    "get",
                    "containsKey",
                    "keySet",
                    "values",
                    "entrySet",
                    "getKey",
                    "getValue");
    private static final Set<String> OF_TEXTS = Set.of("length", "isEmpty", "isBlank");

    @Override
    public boolean isMethodAccessAllowed(Object object, Method method) {
        return switch (object) {
            case Record _ -> says(method);
            case Enum<?> _ -> method.getName().equals("name") || says(method);
            case Collection<?> _, Map<?, ?> _, Map.Entry<?, ?> _ ->
                    OF_COLLECTIONS.contains(method.getName());
            case CharSequence _ -> OF_TEXTS.contains(method.getName());
            default -> false;
        };
    }

    // What Object and Enum have is not ours: getClass() opens every door.
    private static boolean says(Method method) {
        return method.getDeclaringClass().getName().startsWith("rounds.")
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers());
    }
}
