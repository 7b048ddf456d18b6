package rounds.images;

import static java.util.Objects.requireNonNullElse;

import org.w3c.dom.NodeList;

import rounds.kernel.ProblemException;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;

/// A picture in a file, opened as far as its head, before anything is unfolded.
final class Picture implements AutoCloseable {
    /// Unfolded, more than this takes as much memory as everything else together, so larger ones
    /// are read by every second point and row; all of them end up far smaller.
    private static final long UNFOLDED = 16_000_000;

    /// The decoder goes over the whole picture for each of them. Cameras and programs write ten.
    private static final int MOST_SCANS = 64;

    private final Format format;
    private final Path file;
    private final FileImageInputStream in;
    private final ImageReader reader;
    private final int width;
    private final int height;

    Picture(Format format, Path file, FileImageInputStream in, ImageReader reader)
            throws IOException {
        this.format = format;
        this.file = file;
        this.in = in;
        this.reader = reader;
        // Only the turn of a photograph is wanted of all it tells; in others nothing.
        reader.setInput(in, false, format != Format.JPEG);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    /// @throws ProblemException for what is no picture, or one that is not taken
    static Picture open(Path file) throws IOException {
        byte[] head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(Format.HEAD);
        }
        Format format = Format.of(head);
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
        var in = new FileImageInputStream(file.toFile());
        ImageReader reader = readers.next();
        try {
            return new Picture(format, file, in, reader);
        } catch (IOException | RuntimeException broken) {
            reader.dispose();
            in.close();
            throw unreadable(broken);
        }
    }

    boolean measures(int wide, int high) {
        return width == wide && height == high;
    }

    /// Looks at what the head promises.
    ///
    /// @throws ProblemException for more than is unfolded, and for what moves
    void check(long mostPoints) throws IOException {
        // WebP is unfolded as a whole, and ten times more slowly than the others.
        long most = format == Format.WEBP ? Math.min(UNFOLDED, mostPoints) : mostPoints;
        if (points() > most) {
            throw Intake.refused("images.refused.points", width, height, most / 1_000_000);
        }
        try {
            if (moves()) {
                throw Intake.refused("images.refused.moving");
            }
            if (format == Format.JPEG && scans() > MOST_SCANS) {
                throw Intake.refused("images.refused.broken");
            }
        } catch (IIOException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw unreadable(broken);
        }
    }

    private boolean moves() throws IOException {
        return switch (format) {
            case GIF, WEBP -> reader.getNumImages(true) > 1;
            case PNG -> {
                try (InputStream bytes = Files.newInputStream(file)) {
                    byte[] head = bytes.readNBytes(Format.HEAD);
                    yield new String(head, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .contains("acTL");
                }
            }
            case JPEG -> false;
        };
    }

    private int scans() throws IOException {
        int scans = 0;
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 64 << 10)) {
            int before = 0;
            for (int now = bytes.read(); now >= 0; now = bytes.read()) {
                scans += before == 0xFF && now == 0xDA ? 1 : 0;
                before = now;
            }
        }
        return scans;
    }

    /// How many points it has.
    long points() {
        return (long) width * height;
    }

    boolean isLossless() {
        return format.isLossless();
    }

    /// Unfolds it; a large one by every second point.
    BufferedImage read() throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = points() > UNFOLDED ? 2 : 1;
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
        }
        try {
            return reader.read(0, param);
        } catch (IOException | RuntimeException broken) {
            throw unreadable(broken);
        }
    }

    /// How it is to be turned to stand upright.
    Turn turn() throws IOException {
        if (format != Format.JPEG) {
            return Turn.NONE;
        }
        try {
            IIOMetadata told = reader.getImageMetadata(0);
            var tree = (IIOMetadataNode) told.getAsTree("javax_imageio_1.0");
            NodeList nodes = tree.getElementsByTagName("ImageOrientation");
            String name =
                    nodes.getLength() == 0
                            ? "Normal"
                            : requireNonNullElse(
                                    ((IIOMetadataNode) nodes.item(0)).getAttribute("value"), "");
            return Turn.of(name);
        } catch (IIOException | EOFException | RuntimeException untold) {
            return Turn.NONE;
        }
    }

    private static RuntimeException unreadable(Exception broken) throws IOException {
        return switch (broken) {
            case ProblemException refused -> refused;
            // What the decoders say of broken files; trouble with the disk is told apart.
            case IIOException _, EOFException _, RuntimeException _ ->
                    Intake.refused("images.refused.broken");
            case IOException disk -> throw disk;
            default -> throw new IllegalStateException(broken);
        };
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
