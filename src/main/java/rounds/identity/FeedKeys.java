package rounds.identity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.HexFormat;
import java.util.Optional;

/// Keys that stand in the addresses of private feeds, since feed readers send no cookies. One for a
/// person: a new one ends the old, and so does a change of password.
@Singleton
public class FeedKeys {
    private final FeedKeyRepository keys;
    private final Transactions transactions;

    FeedKeys(FeedKeyRepository keys, Transactions transactions) {
        this.keys = keys;
        this.transactions = transactions;
    }

    public Optional<FeedKey> own(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> keys.own(viewer.authVersion()));
    }

    /// Makes a key and ends the one before.
    ///
    /// @return the key, which is told now and never again
    public String renew(Viewer.SignedIn viewer) {
        String key = Secrets.next();
        transactions.write(viewer, () -> keys.make(Secrets.hash(key)));
        return key;
    }

    public void end(Viewer.SignedIn viewer) {
        transactions.write(viewer, keys::end);
    }

    /// Who reads with this key, if it holds.
    public Optional<Viewer.FeedReader> reader(String key) {
        byte[] hash = Secrets.hash(key);
        @Nullable Long person = transactions.read(Viewer.VISITOR, () -> keys.reader(hash));
        return Optional.ofNullable(person)
                .map(id -> new Viewer.FeedReader(id, HexFormat.of().formatHex(hash)));
    }
}
