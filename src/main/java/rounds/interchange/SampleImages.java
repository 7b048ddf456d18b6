package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.images.ImageStock;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The drawings that posts of the sample community show, each by the id that stands in its post.
@Singleton
class SampleImages {
    private static final Map<String, String> DRAWINGS =
            Map.of(
                    "0s0rvnd50p1c1", "fewer-results.png",
                    "0s0rvnd50p1c2", "sheet-on-the-fridge.png",
                    "0s0rvnd50p1c3", "affiche.png");

    private final SampleRepository rows;
    private final ImageStock images;
    private final Transactions transactions;

    SampleImages(SampleRepository rows, ImageStock images, Transactions transactions) {
        this.rows = rows;
        this.images = images;
        this.transactions = transactions;
    }

    void load() throws IOException {
        for (var drawing : DRAWINGS.entrySet()) {
            Optional<Long> post =
                    transactions.system(
                            () -> rows.postThatShows("%/images/" + drawing.getKey() + "/%"));
            if (post.isPresent()) {
                bring(drawing.getKey(), post.get(), drawing.getValue());
            }
        }
    }

    private void bring(String id, long post, String file) throws IOException {
        try (InputStream from = SampleImages.class.getResourceAsStream("/sample/images/" + file)) {
            images.bring(Ids.parse(id), post, Objects.requireNonNull(from, file));
        }
    }
}
