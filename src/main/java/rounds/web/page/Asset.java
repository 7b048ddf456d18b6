package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A file of the theme as it is served: a style sheet, a script, the icons, a font.
///
/// @param hash of its bytes; stands in its address, so that the address never changes its meaning
/// @param gzip the same bytes packed, or null where packing gains nothing
record Asset(String path, String hash, String type, byte[] bytes, byte @Nullable [] gzip) {

    static Asset of(String path, byte[] bytes) {
        String type = type(path);
        boolean text = type.startsWith("text/") || type.startsWith("image/svg");
        return new Asset(path, hash(bytes), type, bytes, text ? pack(bytes) : null);
    }

    /// Where it is found.
    String address() {
        return "/assets/" + hash + "/" + path;
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "ico" -> "image/x-icon";
            case "woff2" -> "font/woff2";
            case "wasm" -> "application/wasm";
            case "txt" -> "text/plain;charset=utf-8";
            case "webmanifest" -> "application/manifest+json";
            default -> "application/octet-stream";
        };
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new Tight(packed)) {
            gzip.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return packed.toByteArray();
    }

    /// Packed once and sent often, so as tightly as can be.
    private static final class Tight extends GZIPOutputStream {
        Tight(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
