package rounds.platform.database;

import jakarta.inject.Singleton;

import rounds.platform.settings.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/// Looks at how the site's storage is.
@Singleton
public class Examination {
    private final VitalsRepository database;
    private final Settings settings;
    private final Transactions transactions;

    Examination(VitalsRepository database, Settings settings, Transactions transactions) {
        this.database = database;
        this.settings = settings;
        this.transactions = transactions;
    }

    public Vitals vitals() {
        VitalsRow row = transactions.system(database::look);
        try {
            FileStore disk = Files.getFileStore(settings.home());
            return new Vitals(
                    row.version(),
                    settings.externalDatabase() == null,
                    row.bytes(),
                    disk.getUsableSpace(),
                    disk.getTotalSpace());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
