package rounds.community;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who may do what, as permissions.csv says. The database's wall decides what is seen; this decides
/// what is done, and in which words it is refused.
@Singleton
public class Policy {
    private static final String FILE = "/permissions.csv";

    static final String ASK = "ask";

    private final Map<Capability, Map<Role, Verdict[]>> verdicts = read();
    // One entry for each set of roles in each visibility that ever occurs.
    private final Map<Standing, Set<String>> allowed = new ConcurrentHashMap<>();
    private final Map<Standing, Set<String>> inviting = new ConcurrentHashMap<>();

    /// The verdict for somebody in this standing, on things not her own unless it says OWN.
    public Verdict verdict(Capability capability, Standing standing) {
        Map<Role, Verdict[]> row = Objects.requireNonNull(verdicts.get(capability));
        Verdict kindest = Verdict.CONCEAL;
        for (Role role : standing.roles()) {
            Verdict verdict =
                    Objects.requireNonNull(row.get(role))[standing.visibility().ordinal()];
            if (verdict.compareTo(kindest) > 0) {
                kindest = verdict;
            }
        }
        return kindest;
    }

    /// Whether this may be done to somebody else's, or to a community's, thing.
    public boolean may(Capability capability, Standing standing) {
        return verdict(capability, standing) == Verdict.ALLOW;
    }

    /// Whether this may be done to a thing of which the viewer is the author.
    public boolean mayOwn(Capability capability, Standing standing) {
        Verdict verdict = verdict(capability, standing);
        return verdict == Verdict.ALLOW || verdict == Verdict.OWN;
    }

    /// The codes of all that somebody in this standing may do to any thing here, and `ask` where
    /// she may ask to join.
    public Set<String> allowed(Standing standing) {
        return allowed.computeIfAbsent(standing, this::reckon);
    }

    /// The same where the community lets its members invite others, or not.
    public Set<String> allowed(Standing standing, boolean membersMayInvite) {
        return membersMayInvite && standing.isMember()
                ? inviting.computeIfAbsent(standing, this::withInvite)
                : allowed(standing);
    }

    private Set<String> withInvite(Standing standing) {
        var more = new HashSet<>(allowed(standing));
        more.add(Capability.INVITE.code());
        return Set.copyOf(more);
    }

    private Set<String> reckon(Standing standing) {
        Set<String> codes =
                Arrays.stream(Capability.values())
                        .filter(capability -> may(capability, standing))
                        .map(Capability::code)
                        .collect(toCollection(HashSet::new));
        if (verdict(Capability.JOIN, standing) == Verdict.WAIT) {
            codes.add(ASK);
        }
        return Set.copyOf(codes);
    }

    public void require(Capability capability, Standing standing) {
        if (!may(capability, standing)) {
            throw refusal(capability, standing);
        }
    }

    /// @param own whether the viewer is the author of the thing
    public void require(Capability capability, Standing standing, boolean own) {
        if (!(own ? mayOwn(capability, standing) : may(capability, standing))) {
            throw refusal(capability, standing);
        }
    }

    private ProblemException refusal(Capability capability, Standing standing) {
        if (verdict(capability, standing) == Verdict.CONCEAL) {
            return ProblemException.notFound();
        }
        if (standing.roles().contains(Role.VISITOR)) {
            return new ProblemException(new Problem.SignInFirst());
        }
        return new ProblemException(new Problem.Forbidden("policy.refused." + capability.code()));
    }

    private static Map<Capability, Map<Role, Verdict[]>> read() {
        List<String[]> rows =
                text().lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(",", -1))
                        .toList();
        Role[] columns = Arrays.stream(rows.getFirst()).skip(1).map(Role::of).toArray(Role[]::new);
        Map<String, String[]> byAction =
                rows.stream().skip(1).collect(toMap(row -> row[0], row -> row));
        var verdicts = new EnumMap<Capability, Map<Role, Verdict[]>>(Capability.class);
        for (Capability capability : Capability.values()) {
            String[] row =
                    Objects.requireNonNull(
                            byAction.remove(capability.code()),
                            "permissions.csv lacks " + capability.code());
            var cells = new EnumMap<Role, Verdict[]>(Role.class);
            for (int i = 0; i < columns.length; i++) {
                cells.put(
                        columns[i],
                        row[i + 1]
                                .chars()
                                .mapToObj(c -> Verdict.of((char) c))
                                .toArray(Verdict[]::new));
            }
            verdicts.put(capability, cells);
        }
        if (!byAction.isEmpty()) {
            throw new IllegalStateException(
                    "permissions.csv names unknown actions: " + byAction.keySet());
        }
        return verdicts;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Policy.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
