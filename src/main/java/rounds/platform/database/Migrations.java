package rounds.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import rounds.platform.settings.CannotStart;

import java.util.Map;

/// Brings the schema to this version of Rounds.
final class Migrations {
    private Migrations() {}

    static void run(String url, Roles roles) {
        try {
            Flyway.configure()
                    .dataSource(Connections.sourceOf(url, roles.owner()))
                    .locations("classpath:db/migration")
                    .schemas(Database.SCHEMA)
                    .createSchemas(false)
                    .placeholders(
                            Map.of("app", roles.app().user(), "system", roles.system().user()))
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            String why = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
            throw new CannotStart(
                    "The database could not be brought to this version of Rounds: " + why, failed);
        }
    }
}
