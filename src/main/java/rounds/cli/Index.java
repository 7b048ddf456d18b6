package rounds.cli;

import rounds.platform.changes.Followers;
import rounds.search.Reindex;

/// Who keeps the index while a command runs: the server beside it, or the command itself.
sealed interface Index {

    static Index of(Site site) {
        if (site.running().besideServer()) {
            return new Servers();
        }
        Own own = new Own(site.get(Followers.class), site.get(Reindex.class));
        own.followers.start();
        return own;
    }

    /// Waits until the index has what the command did, where that is the command's affair.
    void finish() throws InterruptedException;

    record Servers() implements Index {
        @Override
        public void finish() {}
    }

    record Own(Followers followers, Reindex reindex) implements Index {
        @Override
        public void finish() throws InterruptedException {
            followers.awaitAll();
            reindex.await();
        }
    }
}
