package rounds.crash;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A look into the PostgreSQL that runs in a home, past the product, while that product works or
/// dies.
final class Look {
    private static final int LINE_OF_PORT = 3;

    private final Path home;

    Look(Path home) {
        this.home = home;
    }

    /// The first column with the second, of rows whose first column differs.
    ///
    /// @throws SQLException also when no PostgreSQL runs there now
    Map<String, Long> pairs(String sql) throws SQLException {
        var pairs = new HashMap<String, Long>();
        try (var connection = DriverManager.getConnection(address(), login());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getLong(2));
            }
        }
        return pairs;
    }

    /// The number asked for.
    ///
    /// @throws SQLException also when no PostgreSQL runs there now
    long count(String sql) throws SQLException {
        return pairs("select 'it', (" + sql + ")").get("it");
    }

    private String address() throws SQLException {
        try {
            List<String> lines = Files.readAllLines(home.resolve("postgresql/data/postmaster.pid"));
            return "jdbc:postgresql://127.0.0.1:"
                    + lines.get(LINE_OF_PORT).strip()
                    + "/rounds?connectTimeout=2";
        } catch (IOException | IndexOutOfBoundsException notThere) {
            throw new SQLException("No PostgreSQL runs in " + home, notThere);
        }
    }

    private Properties login() throws SQLException {
        var secrets = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException notThere) {
            throw new SQLException("No secrets in " + home, notThere);
        }
        var login = new Properties();
        login.put("user", "postgres");
        login.put("password", secrets.getProperty("postgres.superuser", ""));
        return login;
    }
}
