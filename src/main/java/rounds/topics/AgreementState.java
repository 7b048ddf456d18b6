package rounds.topics;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.Locale;

public enum AgreementState {
    /// It is put to the members.
    OPEN,
    AGREED,
    NOT_AGREED,
    /// Taken back before there was a result.
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid on `result`
    public static AgreementState of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("result", "gather.result.missing"));
    }
}
