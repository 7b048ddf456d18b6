package rounds.identity;

import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;
import rounds.platform.settings.Announcement;

import java.util.List;
import java.util.stream.Stream;

/// Tells whoever starts a site with the sample community as whom to look around.
@Singleton
class SamplePeople implements Announcement {
    private final AccountRepository accounts;
    private final SamplePassword password;
    private final Transactions transactions;

    SamplePeople(AccountRepository accounts, SamplePassword password, Transactions transactions) {
        this.accounts = accounts;
        this.password = password;
        this.transactions = transactions;
    }

    @Override
    public List<String> lines() {
        List<String> emails =
                password.on() ? transactions.system(accounts::sampleEmails) : List.of();
        return emails.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(
                                        "Sample    sign in with the password  " + password.text()),
                                emails.stream().map(email -> "          as " + email))
                        .toList();
    }
}
