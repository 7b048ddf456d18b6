package rounds.web.api;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;

import jakarta.inject.Singleton;

import java.io.IOException;

/// Text in JSON is text: `"body": 1` is a mistake of the program that sent it, and is told so
/// instead of being posted as "1".
@Singleton
@Primary
final class OnlyText implements Deserializer<String> {

    @Override
    public String deserialize(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        Object value = decoder.decodeArbitrary();
        if (value instanceof String text) {
            return text;
        }
        throw decoder.createDeserializationException("This must be text.", null);
    }
}
