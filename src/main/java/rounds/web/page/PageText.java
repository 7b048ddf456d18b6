package rounds.web.page;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;

import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Collects a page: a writer without a lock.
final class PageText extends Writer implements SpecializedWriter {
    private final StringBuilder text = new StringBuilder(16_384);

    byte[] utf8() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        text.append(chars, offset, length);
    }

    @Override
    public void write(String string) {
        text.append(string);
    }

    @Override
    public void write(String string, int offset, int length) {
        text.append(string, offset, offset + length);
    }

    @Override
    public void writeSpecialized(int number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(long number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(double number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(float number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(short number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(byte number) {
        text.append(number);
    }

    @Override
    public void writeSpecialized(char character) {
        text.append(character);
    }

    @Override
    public void writeSpecialized(String string) {
        text.append(string);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
