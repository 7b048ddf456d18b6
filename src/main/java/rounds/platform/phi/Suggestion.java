package rounds.platform.phi;

import java.time.LocalDate;
import java.time.Month;

/// What to write instead. [Widening] words it, in the language of the text.
public sealed interface Suggestion {
    /// Leave it out: nothing that helps a colleague is lost.
    record Remove() implements Suggestion {}

    /// Who the person is to the patient, or in the case, instead of the name.
    record Role() implements Suggestion {}

    /// "90 or older" instead of the age.
    record NinetyOrOlder() implements Suggestion {}

    /// The town's size or the region instead of the place.
    record Region() implements Suggestion {}

    /// A town of some size instead of the one by name.
    record Town() implements Suggestion {}

    /// Only the year, which Safe Harbor allows.
    record Year(int year) implements Suggestion {}

    /// The season and the year. Winter belongs to the year in which it ends.
    ///
    /// @param on the day itself, from which others in the text can be counted
    record Season(Part part, int year, LocalDate on) implements Suggestion {

        /// Of the year, as in Canada.
        public enum Part {
            WINTER("winter", "hiver"),
            SPRING("spring", "printemps"),
            SUMMER("summer", "été"),
            AUTUMN("autumn", "automne");

            private final String english;
            private final String french;

            Part(String english, String french) {
                this.english = english;
                this.french = french;
            }

            String english() {
                return english;
            }

            String french() {
                return french;
            }
        }

        static Season of(LocalDate date) {
            Part part =
                    switch (date.getMonth()) {
                        case DECEMBER, JANUARY, FEBRUARY -> Part.WINTER;
                        case MARCH, APRIL, MAY -> Part.SPRING;
                        case JUNE, JULY, AUGUST -> Part.SUMMER;
                        case SEPTEMBER, OCTOBER, NOVEMBER -> Part.AUTUMN;
                    };
            return new Season(
                    part, date.getYear() + (date.getMonth() == Month.DECEMBER ? 1 : 0), date);
        }
    }

    Suggestion REMOVE = new Remove();
    Suggestion ROLE = new Role();
    Suggestion NINETY_OR_OLDER = new NinetyOrOlder();
    Suggestion REGION = new Region();
    Suggestion TOWN = new Town();
}
