package rounds.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import rounds.support.TestDatabase;

class DatabaseTest {
    private final TestDatabase database = TestDatabase.running();

    @Test
    void whatIsAcknowledgedIsOnTheDisk() {
        assertThat(
                        database.count(
                                """
                                select count(*)
                                from unnest(array['fsync', 'synchronous_commit', 'full_page_writes']) as name
                                where current_setting(name) = 'on'
                                """))
                .isEqualTo(3);
    }

    @Test
    void theRoleOfThePagesOwnsNothingAndPassesNoWall() {
        String app = database.site().get(Database.class).app().user();

        assertThat(
                        database.count(
                                "select count(*) from pg_class where relowner = '"
                                        + app
                                        + "'::regrole"))
                .isZero();
        assertThat(
                        database.count(
                                "select count(*) from pg_proc where proowner = '"
                                        + app
                                        + "'::regrole"))
                .isZero();
        assertThat(
                        database.count(
                                "select count(*) from pg_auth_members where member = '"
                                        + app
                                        + "'::regrole"))
                .isZero();
        assertThat(
                        database.count(
                                """
                                select count(*)
                                from pg_roles
                                where rolname in ('%s') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                """
                                        .formatted(app)))
                .isZero();
    }

    @Test
    void emptyingLeavesTheSchemaAndNoRow() {
        database.run(
                "insert into community (id, slug, name, visibility) values (1, 'here', 'Here', 'public')");

        database.empty();

        assertThat(database.count("select count(*) from community")).isZero();
        assertThat(database.count("select count(*) from flyway_schema_history")).isPositive();
    }
}
