package rounds.web.forum;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.web.page.Filled;
import rounds.web.page.Form;

import java.util.List;

/// What the forms have in common that change words which somebody else may change, too.
final class EditForm {
    private EditForm() {}

    /// Somebody was quicker, or the post went: the words stay in the box. The form forgets what it
    /// was made from, so that who has been told can send them all the same.
    static Filled refused(Form form, ProblemException refused) {
        return refused.problem() instanceof Problem.Conflict conflict
                ? new Filled(
                        form.without("revision"),
                        List.of(new Problem.Field("body", conflict.why())))
                : Filled.refused(form, refused);
    }

    /// What the form was made from; where it does not say, what there is now.
    static int revision(Filled filled, int now) {
        Integer said = Typed.number(filled.form(), "revision");
        return said == null ? now : said;
    }
}
