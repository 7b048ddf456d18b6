package rounds.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A picture in one size as it is kept: points and nothing else.
///
/// @param type `image/jpeg` or `image/png`
record Made(int width, int height, String type, byte[] bytes) {
    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    private static final float QUALITY = 0.85f;

    /// Drawings and screenshots stay sharp while that costs at most half as much again.
    private static final double WORTH = 1.5;

    /// @param lossless whether it came as a drawing rather than as a photograph
    static Made of(Canvas canvas, boolean lossless) throws IOException {
        BufferedImage image = canvas.image();
        if (canvas.hasClearParts()) {
            return made(image, PNG, written(image, "png", -1));
        }
        byte[] jpeg = written(image, "jpeg", QUALITY);
        if (lossless) {
            byte[] png = written(image, "png", -1);
            if (png.length <= WORTH * jpeg.length) {
                return made(image, PNG, png);
            }
        }
        return made(image, JPEG, jpeg);
    }

    private static Made made(BufferedImage image, String type, byte[] bytes) {
        return new Made(image.getWidth(), image.getHeight(), type, bytes);
    }

    private static byte[] written(BufferedImage image, String format, float quality)
            throws IOException {
        var bytes = new ByteArrayOutputStream(256 << 10);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new javax.imageio.stream.MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (quality > 0) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
