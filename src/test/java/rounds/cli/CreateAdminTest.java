package rounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.identity.SignUp;
import rounds.support.TestDatabase;

class CreateAdminTest {
    private final TestDatabase database = TestDatabase.running();

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void theKeeperMaySignInAtOnceAndDoEverything() {
        assertThat(CreateAdmin.create(database.site(), keeper("a long and quiet evening")))
                .isEmpty();

        assertThat(
                        database.count(
                                "select count(*) from account where admin and confirmed_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(CreateAdmin.create(database.site(), keeper("short")))
                .hasValue("This password is too short: write at least 10 characters.");
        CreateAdmin.create(database.site(), keeper("a long and quiet evening"));
        assertThat(CreateAdmin.create(database.site(), keeper("a long and quiet evening")))
                .hasValue("This address belongs to another account.");
    }

    private static SignUp keeper(String password) {
        return new SignUp("Ada Keeper", null, "keeper@example.org", password, "", null);
    }
}
