package rounds.cases;

import java.util.List;

/// By what right a case is told. That nobody is known by it does not suffice: who uses a record for
/// a story needs authority to use it (IPC Ontario, PHIPA Decision 263).
public enum Ground {
    CONSENT_PATIENT,
    /// Of somebody who may give it in the patient's place.
    CONSENT_OTHER,
    /// The organisation's policy on the use of records.
    POLICY,
    /// Made up of several cases.
    COMPOSITE,
    /// Approved by an ethics board.
    ETHICS;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `ground`, for what is none
    public static Ground of(String code) {
        return Codes.read(Ground.class, "ground", code);
    }

    public static List<String> codes() {
        return Codes.all(Ground.class);
    }
}
