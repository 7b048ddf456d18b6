package rounds.images;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a file is by its first bytes; neither its name nor what the browser says of it counts.
enum Format {
    JPEG,
    PNG,
    GIF,
    WEBP;

    /// So many bytes tell.
    static final int HEAD = 512;

    /// @throws ProblemException for what is none of these, with what to do instead
    static Format of(byte[] head) {
        Format format = known(head);
        if (format == null) {
            throw Intake.refused(refusal(head));
        }
        return format;
    }

    private static @Nullable Format known(byte[] head) {
        if (begins(head, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begins(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (begins(head, 0, "GIF87a") || begins(head, 0, "GIF89a")) {
            return GIF;
        }
        return begins(head, 0, "RIFF") && begins(head, 8, "WEBP") ? WEBP : null;
    }

    private static String refusal(byte[] head) {
        if (begins(head, 4, "ftyp")) {
            String brand = text(head, 8, 4);
            return brand.startsWith("he") || brand.equals("mif1") || brand.equals("msf1")
                    ? "images.refused.heic"
                    : "images.refused.format";
        }
        if (begins(head, 0, "%PDF")) {
            return "images.refused.pdf";
        }
        return text(head, 0, head.length).toLowerCase(Locale.ROOT).contains("<svg")
                ? "images.refused.svg"
                : "images.refused.format";
    }

    private static boolean begins(byte[] head, int at, String sign) {
        return text(head, at, sign.length()).equals(sign);
    }

    private static String text(byte[] head, int at, int length) {
        int from = Math.min(at, head.length);
        return new String(
                head, from, Math.min(length, head.length - from), StandardCharsets.ISO_8859_1);
    }

    /// Whether every point is as it was drawn, so that the letters of a screenshot are to stay
    /// sharp.
    boolean isLossless() {
        return this == PNG || this == GIF;
    }
}
