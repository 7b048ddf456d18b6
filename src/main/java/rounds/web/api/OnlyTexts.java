package rounds.web.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The same as [OnlyText] for lists, of which the framework reads those of texts in a way of its
/// own. Nulls stay: what is meant by them is said where the list is used.
@Singleton
@Primary
final class OnlyTexts implements Deserializer<List<@Nullable String>> {

    @Override
    public List<@Nullable String> deserialize(
            Decoder decoder, DecoderContext context, Argument<? super List<@Nullable String>> type)
            throws IOException {
        var texts = new ArrayList<@Nullable String>();
        try (Decoder items = decoder.decodeArray(type)) {
            while (items.hasNextArrayValue()) {
                Object item = items.decodeNull() ? null : items.decodeArbitrary();
                if (item != null && !(item instanceof String)) {
                    throw items.createDeserializationException("This must be text.", null);
                }
                texts.add((String) item);
            }
        }
        return texts;
    }
}
