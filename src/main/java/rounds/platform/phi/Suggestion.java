package rounds.platform.phi;

import java.time.LocalDate;

/// What to write instead. The page words it, in the reader's language.
public sealed interface Suggestion {
    /// Leave it out: nothing that helps a colleague is lost.
    record Remove() implements Suggestion {}

    /// Who the person is to the patient, or in the case, instead of the name.
    record Role() implements Suggestion {}

    /// "90 or older" instead of the age.
    record NinetyOrOlder() implements Suggestion {}

    /// The town's size or the region instead of the place.
    record Region() implements Suggestion {}

    /// Only the year, which Safe Harbor allows.
    record Year(int year) implements Suggestion {}

    /// The season and the year. Winter belongs to the year in which it ends.
    record Season(Part part, int year) implements Suggestion {

        /// Of the year, as in Canada.
        public enum Part {
            WINTER,
            SPRING,
            SUMMER,
            AUTUMN
        }

        static Season of(LocalDate date) {
            return switch (date.getMonth()) {
                case JANUARY, FEBRUARY -> new Season(Part.WINTER, date.getYear());
                case MARCH, APRIL, MAY -> new Season(Part.SPRING, date.getYear());
                case JUNE, JULY, AUGUST -> new Season(Part.SUMMER, date.getYear());
                case SEPTEMBER, OCTOBER, NOVEMBER -> new Season(Part.AUTUMN, date.getYear());
                case DECEMBER -> new Season(Part.WINTER, date.getYear() + 1);
            };
        }
    }

    Suggestion REMOVE = new Remove();
    Suggestion ROLE = new Role();
    Suggestion NINETY_OR_OLDER = new NinetyOrOlder();
    Suggestion REGION = new Region();
}
