package rounds.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class PointsTest {
    @TempDir Path folder;

    private final Intake intake = new Intake();

    private Made made(byte[] file) throws IOException {
        return intake.sizes(Files.write(folder.resolve("file"), file)).getLast();
    }

    @Test
    void whatRoundsMakesHoldsPointsAndNothingElse() throws Exception {
        assertThat(Points.type(made(Photos.jpeg(800, 600, 1)).bytes())).isEqualTo(Made.JPEG);
        assertThat(Points.type(made(Photos.png(800, 600)).bytes())).isEqualTo(Made.PNG);
        assertThat(Points.type(made(Photos.clearPng(600, 600)).bytes())).isEqualTo(Made.PNG);
    }

    @Test
    void whatTellsMoreOrGoesOnBehindItsEndDoesNot() throws Exception {
        assertThat(Points.type(Photos.jpeg(800, 600, 1))).isNull();
        assertThat(Points.type(Photos.png(800, 600))).isNull();
        assertThat(Points.type(Photos.file("photo.webp"))).isNull();
        assertThat(Points.type(new byte[0])).isNull();
        for (Made made : new Made[] {made(Photos.jpeg(800, 600, 1)), made(Photos.png(800, 600))}) {
            byte[] longer = Arrays.copyOf(made.bytes(), made.bytes().length + 1);
            assertThat(Points.type(longer)).as(made.type()).isNull();
            byte[] shorter = Arrays.copyOf(made.bytes(), made.bytes().length - 1);
            assertThat(Points.type(shorter)).as(made.type()).isNull();
        }
    }

    @Test
    void aPictureOfAnotherRoundsKeepsItsBytesAndGetsItsNarrowerSizesAgain() throws Exception {
        for (byte[] sent : new byte[][] {Photos.jpeg(4000, 3000, 1), Photos.png(1000, 800)}) {
            byte[] largest = made(sent).bytes();
            var again = intake.sizesOfOurs(Files.write(folder.resolve("ours"), largest));
            assertThat(again.getLast().bytes()).isEqualTo(largest);
            assertThat(again)
                    .extracting(Made::width)
                    .isEqualTo(
                            intake.sizes(Files.write(folder.resolve("file"), sent)).stream()
                                    .map(Made::width)
                                    .toList());
        }
    }
}
