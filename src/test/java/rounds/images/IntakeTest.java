package rounds.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Photos;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

class IntakeTest {
    @TempDir Path folder;

    private final Intake intake = new Intake();

    private List<Made> sizes(byte[] file) throws IOException {
        return intake.sizes(Files.write(folder.resolve("file"), file));
    }

    @Test
    void nothingThatAPhotographTellsOfItsMakerAndPlaceIsLeft() throws Exception {
        byte[] photo = Photos.jpeg(1600, 1200, 1);
        assertThat(told(photo)).anyMatch(words -> words.contains("GPS"));
        for (Made made : sizes(photo)) {
            assertThat(told(made.bytes()))
                    .noneMatch(words ->
                            words.matches(
                                    "(?s)(GPS|Exif|XMP|ICC|JpegComment|PNG-tEXt|Photoshop).*"));
            assertThat(text(made.bytes())).doesNotContain(Photos.SECRET).doesNotContain("Exif");
        }
        for (Made made : sizes(Photos.png(800, 600))) {
            assertThat(text(made.bytes())).doesNotContain(Photos.SECRET).doesNotContain("tEXt");
        }
    }

    @Test
    void aPhotographIsMadeInSizesForPhonesPagesAndLargeScreens() throws Exception {
        assertThat(sizes(Photos.jpeg(4000, 3000, 1)))
                .extracting(made -> made.width() + "x" + made.height())
                .containsExactly("480x360", "1200x900", "2400x1800");
        assertThat(sizes(Photos.jpeg(500, 400, 1)))
                .extracting(made -> made.width() + "x" + made.height())
                .as("never larger than it was")
                .containsExactly("500x400");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTurnedPhotographStandsUpright(int orientation) throws Exception {
        BufferedImage upright = image(sizes(Photos.jpeg(400, 200, orientation)).getLast());
        boolean swapped = orientation > 4;
        assertThat(upright.getWidth()).isEqualTo(swapped ? 200 : 400);
        int[] red =
                switch (orientation) {
                    case 1, 5 -> new int[] {0, 0};
                    case 2, 6 -> new int[] {1, 0};
                    case 3, 7 -> new int[] {1, 1};
                    default -> new int[] {0, 1};
                };
        for (int right = 0; right < 2; right++) {
            for (int below = 0; below < 2; below++) {
                var color =
                        new Color(
                                upright.getRGB(
                                        upright.getWidth() * (1 + 2 * right) / 4,
                                        upright.getHeight() * (1 + 2 * below) / 4));
                assertThat(color.getRed() > 200)
                        .as("orientation %d, red at %d,%d", orientation, right, below)
                        .isEqualTo(right == red[0] && below == red[1]);
            }
        }
    }

    @Test
    void screenshotsStaySharpAndClearGroundsStayClear() throws Exception {
        assertThat(sizes(Photos.png(1000, 800)).getLast().type()).isEqualTo(Made.PNG);
        Made drawing = sizes(Photos.clearPng(600, 600)).getFirst();
        assertThat(drawing.type()).isEqualTo(Made.PNG);
        assertThat(image(drawing).getRGB(2, 2) >>> 24).isZero();
    }

    @Test
    void whatPhonesAndPrintersSaveIsReadInItsColours() throws Exception {
        for (String name : List.of("cmyk.jpg", "photo.webp")) {
            BufferedImage image = image(sizes(Photos.file(name)).getFirst());
            assertThat(new Color(image.getRGB(32, 2)).getRed()).as(name).isGreaterThan(150);
            assertThat(new Color(image.getRGB(32, 45)).getBlue()).as(name).isGreaterThan(120);
            assertThat(new Color(image.getRGB(32, 45)).getRed()).as(name).isLessThan(90);
        }
        assertThat(sizes(Photos.file("clear.webp")).getFirst().type()).isEqualTo(Made.PNG);
    }

    @Test
    void whatIsNoPictureIsRefusedWithWhatToDo() {
        assertRefused("<html><script>alert(1)</script>", "images.refused.format");
        assertRefused("<?xml version='1.0'?><svg onload='alert(1)'/>", "images.refused.svg");
        assertRefused("%PDF-1.7 ...", "images.refused.pdf");
        assertRefused("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "images.refused.heic");
        assertRefused("", "images.refused.format");
        assertRefused("\u00ff\u00d8\u00ff\u00e0 and then words", "images.refused.broken");
        assertRefused("GIF89a", "images.refused.broken");
        assertThatThrownBy(() -> sizes(Photos.file("moving.gif")))
                .hasMessageContaining("images.refused.moving");
        assertThatThrownBy(() -> sizes(Photos.file("moving.webp")))
                .hasMessageContaining("images.refused.moving");
    }

    @Test
    void aBrokenPictureIsRefusedWhereverItBreaks() throws Exception {
        for (byte[] whole :
                List.of(
                        Photos.png(300, 200),
                        Photos.file("photo.webp"),
                        Photos.file("moving.gif"))) {
            for (int length = 1; length < whole.length - 30; length += 1 + whole.length / 40) {
                byte[] broken = Arrays.copyOf(whole, length);
                try {
                    sizes(broken);
                } catch (rounds.kernel.ProblemException refused) {
                    assertThat(refused).hasMessageContaining("images.refused");
                }
            }
        }
    }

    @Test
    void aBombIsRefusedFromItsHead() {
        byte[] bomb = Photos.bomb(30_000, 30_000);
        assertThat(bomb.length).isLessThan(1_000_000);
        long before = System.nanoTime();
        assertThatThrownBy(() -> sizes(bomb)).hasMessageContaining("images.refused.points");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    private void assertRefused(String file, String why) {
        assertThatThrownBy(() -> sizes(file.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining(why);
    }

    private static BufferedImage image(Made made) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(made.bytes()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<String> told(byte[] file) throws Exception {
        Metadata told = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        return StreamSupport.stream(told.getDirectories().spliterator(), false)
                .map(directory -> directory.getName() + " " + directory.getTags())
                .toList();
    }
}
