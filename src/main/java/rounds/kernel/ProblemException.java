package rounds.kernel;

/// Carries a problem to the edge. Expected, so it has no stack trace.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }

    public static ProblemException invalid(String field, String why, Object... details) {
        return new ProblemException(new Problem.Invalid(field, why, details));
    }
}
