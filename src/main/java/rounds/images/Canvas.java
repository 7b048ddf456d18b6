package rounds.images;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/// A picture on the way to its sizes: in the colours of the web, upright, and with clear parts only
/// where it has some.
final class Canvas {
    private final BufferedImage image;

    private Canvas(BufferedImage image) {
        this.image = image;
    }

    /// @param width of the upright picture
    static Canvas of(BufferedImage unfolded, Turn turn, int width, int height) {
        int lyingWidth = turn.swaps() ? height : width;
        int lyingHeight = turn.swaps() ? width : height;
        Canvas small = new Canvas(unfolded).scaled(lyingWidth, lyingHeight);
        return turn == Turn.NONE ? small : small.turned(turn, width, height);
    }

    /// Smaller by halves, and last by less: one step over more than two would leave points out.
    Canvas scaled(int width, int height) {
        BufferedImage now = image;
        while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return new Canvas(drawn(now, width, height));
    }

    private Canvas turned(Turn turn, int width, int height) {
        var upright = new BufferedImage(width, height, image.getType());
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(image, turn.of(image.getWidth(), image.getHeight()), null);
        pen.dispose();
        return new Canvas(upright);
    }

    /// Colours of another space become those of the web here.
    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        int type =
                from.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        if (from.getType() == type && from.getWidth() == width && from.getHeight() == height) {
            return from;
        }
        var to = new BufferedImage(width, height, type);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }

    /// The same without the fourth value of each point, where that says nothing.
    Canvas solid() {
        if (!image.getColorModel().hasAlpha() || isClearSomewhere()) {
            return this;
        }
        var solid =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = solid.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return new Canvas(solid);
    }

    private boolean isClearSomewhere() {
        Raster alpha = image.getAlphaRaster();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int value : alpha.getSamples(0, y, row.length, 1, 0, row)) {
                if (value < 255) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean hasClearParts() {
        return image.getColorModel().hasAlpha();
    }

    BufferedImage image() {
        return image;
    }
}
