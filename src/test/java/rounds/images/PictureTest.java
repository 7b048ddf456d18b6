package rounds.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

class PictureTest {
    @TempDir private Path folder;

    @Test
    void aDiskThatFailsIsNoPictureThatTellsNothingOfItsTurn() throws IOException {
        try (Picture failing = photograph(new IOException("Input/output error"));
                Picture broken = photograph(new EOFException())) {
            assertThatThrownBy(failing::turn).hasMessage("Input/output error");
            assertThat(broken.turn()).isEqualTo(Turn.NONE);
        }
    }

    /// One whose file ends so behind its head.
    private Picture photograph(IOException trouble) throws IOException {
        Path file = folder.resolve("photograph.jpg");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", file.toFile());
        var in = new Failing(file, trouble);
        var picture = new Picture(Format.JPEG, file, in, unhurried());
        in.fails = true;
        return picture;
    }

    /// Reads what a photograph tells only when it is asked for it.
    private static ImageReader unhurried() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        ImageReader reader = readers.next();
        while (!reader.getClass().getName().startsWith("com.sun.")) {
            reader = readers.next();
        }
        return reader;
    }

    private static final class Failing extends FileImageInputStream {
        private final IOException trouble;
        private boolean fails;

        Failing(Path file, IOException trouble) throws IOException {
            super(file.toFile());
            this.trouble = trouble;
        }

        @Override
        public int read() throws IOException {
            look();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            look();
            return super.read(bytes, from, length);
        }

        private void look() throws IOException {
            if (fails) {
                throw trouble;
            }
        }
    }
}
