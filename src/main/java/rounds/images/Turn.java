package rounds.images;

import java.awt.geom.AffineTransform;

/// How a photograph is to be turned or mirrored to stand upright, as its camera noted.
enum Turn {
    NONE(0, false),
    RIGHT(1, false),
    OVER(2, false),
    LEFT(3, false),
    MIRRORED(0, true),
    MIRRORED_RIGHT(1, true),
    MIRRORED_OVER(2, true),
    MIRRORED_LEFT(3, true);

    private final int quarters;
    private final boolean mirrored;

    Turn(int quarters, boolean mirrored) {
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /// As the library's standard metadata says it: how the picture lies in the file.
    static Turn of(String name) {
        return switch (name) {
            case "Rotate90" -> LEFT;
            case "Rotate180" -> OVER;
            case "Rotate270" -> RIGHT;
            case "FlipH" -> MIRRORED;
            case "FlipV" -> MIRRORED_OVER;
            case "FlipHRotate90" -> MIRRORED_RIGHT;
            case "FlipVRotate90" -> MIRRORED_LEFT;
            default -> NONE;
        };
    }

    /// Whether width and height change places.
    boolean swaps() {
        return quarters % 2 == 1;
    }

    /// Of a picture of that size, upright and with its corner at the corner again.
    AffineTransform of(int width, int height) {
        var turn = new AffineTransform();
        turn.translate((swaps() ? height : width) / 2.0, (swaps() ? width : height) / 2.0);
        turn.quadrantRotate(quarters);
        if (mirrored) {
            turn.scale(-1, 1);
        }
        turn.translate(-width / 2.0, -height / 2.0);
        return turn;
    }
}
