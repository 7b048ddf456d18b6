package rounds.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

/// Files as people send them: photographs that tell where they were taken, screenshots, and what is
/// made to do harm.
public final class Photos {
    /// Stands in every photograph's notes; must stand in nothing of ours.
    public static final String SECRET = "Ward 7 bed 12 camera of Dr Secret";

    private Photos() {}

    /// A photograph: noise and a red left upper corner, with notes of its place, its maker, and a
    /// small picture of its own.
    ///
    /// @param orientation 1 to 8, as cameras note it
    public static byte[] jpeg(int width, int height, int orientation) {
        byte[] plain = written(photo(width, height), "jpeg");
        byte[] small = written(photo(40, 30), "jpeg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(
                out,
                0xE1,
                join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff(orientation, small)));
        segment(
                out,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF/>"
                                + SECRET
                                + "</x:xmpmeta>")
                        .getBytes(StandardCharsets.UTF_8));
        segment(out, 0xFE, SECRET.getBytes(StandardCharsets.UTF_8));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(("\n" + SECRET).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /// A screenshot: letters on white, with words in its notes.
    public static byte[] png(int width, int height) {
        return withText(written(screenshot(width, height, BufferedImage.TYPE_INT_RGB), "png"));
    }

    /// A drawing on clear ground.
    public static byte[] clearPng(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillOval(width / 4, height / 4, width / 2, height / 2);
        pen.dispose();
        return written(image, "png");
    }

    /// Few bytes that promise, and hold, so many points: all of one colour.
    public static byte[] bomb(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 1).put((byte) 0);
        chunk(out, "IHDR", head.array());
        var deflater = new Deflater(9);
        byte[] row = new byte[1 + (width + 7) / 8];
        byte[] packed = new byte[64 << 10];
        var data = new ByteArrayOutputStream();
        for (int y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                data.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            data.write(packed, 0, deflater.deflate(packed));
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /// One of the files that other programs made.
    public static byte[] file(String name) {
        try (InputStream in = Photos.class.getResourceAsStream("/images/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedImage photo(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int y = 0; y < height; y += 4) {
            for (int x = 0; x < width; x += 4) {
                int rgb = random.nextInt(1 << 24) & 0x3F3F3F;
                for (int i = 0; i < 16 && y + i / 4 < height && x + i % 4 < width; i++) {
                    image.setRGB(x + i % 4, y + i / 4, rgb);
                }
            }
        }
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    private static BufferedImage screenshot(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        for (int y = 20; y < height; y += 20) {
            for (int x = 10; x < width - 20; x += 23) {
                pen.drawLine(x, y, x + 9, y - 10);
                pen.drawRect(x + 10, y - 8, 6, 8);
            }
        }
        pen.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private static byte[] withText(byte[] png) {
        var out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        chunk(out, "tEXt", ("Comment\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1));
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.write(0xFF);
        out.write(marker);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) (data.length + 2)).array());
        out.writeBytes(data);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// Maker, turn, place (45° 30' N), and a thumbnail.
    private static byte[] tiff(int orientation, byte[] thumbnail) {
        try {
            byte[] maker = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
            int first = 8;
            int second = first + 2 + 3 * 12 + 4;
            int gps = second + 2 + 2 * 12 + 4;
            int data = gps + 2 + 2 * 12 + 4;
            int degrees = data + maker.length;
            int thumb = degrees + 24;
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeBytes("MM");
            out.writeShort(42);
            out.writeInt(first);
            out.writeShort(3);
            entry(out, 0x010F, 2, maker.length, data);
            entry(out, 0x0112, 3, 1, orientation << 16);
            entry(out, 0x8825, 4, 1, gps);
            out.writeInt(second);
            out.writeShort(2);
            entry(out, 0x0201, 4, 1, thumb);
            entry(out, 0x0202, 4, 1, thumbnail.length);
            out.writeInt(0);
            out.writeShort(2);
            entry(out, 0x0001, 2, 2, 'N' << 24);
            entry(out, 0x0002, 5, 3, degrees);
            out.writeInt(0);
            out.write(maker);
            for (int part : new int[] {45, 1, 30, 1, 0, 1}) {
                out.writeInt(part);
            }
            out.write(thumbnail);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value)
            throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }
}
