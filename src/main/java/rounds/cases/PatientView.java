package rounds.cases;

import java.util.List;

/// Whether the patient was asked how she sees it.
public enum PatientView {
    YES,
    NO,
    NOT_POSSIBLE;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `patient_view`, for what is none
    public static PatientView of(String code) {
        return Codes.read(PatientView.class, "patient_view", code);
    }

    public static List<String> codes() {
        return Codes.all(PatientView.class);
    }
}
