package rounds.platform.phi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that say less of a person than an identifier does, ready to be put in its place: they are
/// in the language of the text, and take along what would not go with them, such as the title
/// before a name.
///
/// @param start where what is replaced begins in the text, in `char`s
/// @param end where it ends, exclusive
public record Widening(int start, int end, String words) {
    /// Days of one story lie so near to each other; others are counted from another beginning.
    private static final int FAR = 366;

    /// So far before an identifier stands what goes with it.
    private static final int REACH = 24;

    private static final Pattern TITLE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:M(?:r|rs|s|x|me|lle)?|Miss|Prof|Professor|Professeure?|Dre?|Doctor|Docteure?|Monsieur|Madame|Mademoiselle|Nurse|Sir|Lady)\\.?\\s{1,2}$");

    /// Of a colleague, with the article that French puts before it.
    private static final Pattern DOCTOR =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:[Ll][ea] )?(?:Dre?|Doctor|Docteure?|Prof|Professor|Professeure?|Nurse)\\.?\\s{1,2}$");

    /// Who somebody is to the patient: then the name says nothing more.
    private static final Pattern RELATION =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:husband|wife|partner|spouse|daughter|son|mother|father|sister|brother|aunt|uncle|niece|nephew|cousin|grand(?:mother|father|daughter|son)|friend|neighbou?r|caregiver|conjointe?|mari|femme|épou(?:x|se)|filles?|fils|mère|père|s(?:œ|oe)ur|frère|tante|oncle|nièce|neveu|cousine?|grand-(?:mère|père)|petite?-fil(?:le|s)|amie?|voisine?),?\\s$");

    private static final Pattern SENTENCE = Pattern.compile("(?:[.!?]\\s+|\\n\\s*(?:[-*>]\\s+)?)$");
    private static final Pattern ON = Pattern.compile("(?<![\\p{L}])([Oo])n\\s$");
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}])(?:au|à|le|sur)\\s$");
    private static final Pattern LE = Pattern.compile("(?<![\\p{L}])([Ll])e\\s$");

    private static final List<String> ROLES = List.of("the patient", "a relative", "a colleague");
    private static final List<String> FRENCH_ROLES =
            List.of("la personne", "un membre de la famille", "une personne de l’équipe");

    private static final Map<Kind, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry(Kind.NAME, "name"),
                    Map.entry(Kind.DATE, "date"),
                    Map.entry(Kind.AGE, "age"),
                    Map.entry(Kind.ADDRESS, "address"),
                    Map.entry(Kind.POSTCODE, "postal code"),
                    Map.entry(Kind.PHONE, "phone number"),
                    Map.entry(Kind.EMAIL, "e-mail address"),
                    Map.entry(Kind.URL, "web address"),
                    Map.entry(Kind.IP, "network address"),
                    Map.entry(Kind.HEALTH_CARD, "health card number"),
                    Map.entry(Kind.RECORD, "record number"),
                    Map.entry(Kind.SOCIAL_NUMBER, "social insurance number"),
                    Map.entry(Kind.ACCOUNT, "account number"),
                    Map.entry(Kind.LICENCE, "licence number"),
                    Map.entry(Kind.DEVICE, "serial number"));
    private static final Map<Kind, String> FRENCH_LEFT_OUT =
            Map.ofEntries(
                    Map.entry(Kind.NAME, "nom retiré"),
                    Map.entry(Kind.DATE, "date retirée"),
                    Map.entry(Kind.AGE, "âge retiré"),
                    Map.entry(Kind.ADDRESS, "adresse retirée"),
                    Map.entry(Kind.POSTCODE, "code postal retiré"),
                    Map.entry(Kind.PHONE, "numéro de téléphone retiré"),
                    Map.entry(Kind.EMAIL, "adresse de courriel retirée"),
                    Map.entry(Kind.URL, "adresse Web retirée"),
                    Map.entry(Kind.IP, "adresse réseau retirée"),
                    Map.entry(Kind.HEALTH_CARD, "numéro de carte santé retiré"),
                    Map.entry(Kind.RECORD, "numéro de dossier retiré"),
                    Map.entry(Kind.SOCIAL_NUMBER, "numéro d’assurance sociale retiré"),
                    Map.entry(Kind.ACCOUNT, "numéro de compte retiré"),
                    Map.entry(Kind.LICENCE, "numéro de permis retiré"),
                    Map.entry(Kind.DEVICE, "numéro de série retiré"));

    /// What may stand in place of something that was found, the best first; at least one.
    ///
    /// @param all that was found in the text: a day among several can be counted from the first
    /// @param language of the text, ISO 639-1
    public static List<Widening> of(
            String text, Finding finding, List<Finding> all, String language) {
        boolean french = language.equals("fr");
        return switch (finding.suggestion()) {
            case Suggestion.Role _ -> roles(text, finding, french);
            case Suggestion.NinetyOrOlder _ -> List.of(age(text, finding, french));
            case Suggestion.Season season -> season(text, finding, season, all, french);
            case Suggestion.Year(int year) ->
                    List.of(time(text, finding, String.valueOf(year), "in ", "en ", french));
            case Suggestion.Region _, Suggestion.Remove _ ->
                    List.of(leftOut(text, finding, french));
        };
    }

    private static List<Widening> roles(String text, Finding finding, boolean french) {
        Matcher relation = before(text, finding.start(), RELATION);
        if (relation.find()) {
            return List.of(new Widening(blanksBefore(text, finding.start()), finding.end(), ""));
        }
        Matcher doctor = before(text, finding.start(), DOCTOR);
        if (doctor.find()) {
            return List.of(role(text, doctor.start(), finding.end(), colleague(french)));
        }
        Matcher title = before(text, finding.start(), TITLE);
        int start = title.find() ? title.start() : finding.start();
        return (french ? FRENCH_ROLES : ROLES)
                .stream().map(role -> role(text, start, finding.end(), role)).toList();
    }

    private static String colleague(boolean french) {
        return (french ? FRENCH_ROLES : ROLES).getLast();
    }

    private static Widening role(String text, int start, int end, String role) {
        boolean begins = before(text, start, SENTENCE).find() || text.substring(0, start).isBlank();
        return new Widening(start, end, begins ? capital(role) : role);
    }

    private static int blanksBefore(String text, int place) {
        int start = place;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == ',')) {
            start--;
        }
        return start;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Widening age(String text, Finding finding, boolean french) {
        // "A 93-year-old", "a ninety-three-year-old", but not "ninety-three years old".
        String said = text.substring(finding.start(), finding.end()).toLowerCase(Locale.ROOT);
        boolean hyphened = said.matches(".*(?:\\d-|-year).*");
        String words = hyphened ? "90-or-older" : "90 or older";
        return new Widening(finding.start(), finding.end(), french ? "90 ans ou plus" : words);
    }

    private static List<Widening> season(
            String text,
            Finding finding,
            Suggestion.Season season,
            List<Finding> all,
            boolean french) {
        // The year of somebody's birth tells an age above 89 as well as the age does.
        if (season.on().isBefore(LocalDate.now().minusYears(89))) {
            String ago = french ? "il y a plus de 89 ans" : "more than 89 years ago";
            return List.of(time(text, finding, ago, "", "", french));
        }
        var offers = new ArrayList<Widening>();
        String named = french ? season.part().french() : season.part().english();
        offers.add(
                time(
                        text,
                        finding,
                        named + " " + season.year(),
                        "in ",
                        season.part() == Suggestion.Season.Part.SPRING ? "au " : "en ",
                        french));
        List<LocalDate> days =
                all.stream()
                        .map(Finding::suggestion)
                        .filter(Suggestion.Season.class::isInstance)
                        .map(one -> ((Suggestion.Season) one).on())
                        .filter(day -> day.isAfter(season.on().minusDays(FAR)))
                        .filter(day -> day.isBefore(season.on().plusDays(FAR)))
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList();
        if (days.size() > 1) {
            long day = ChronoUnit.DAYS.between(days.getFirst(), season.on()) + 1;
            offers.add(
                    time(text, finding, (french ? "jour " : "day ") + day, "on ", "au ", french));
        }
        return offers;
    }

    /// A time instead of a day; the word before it goes with it.
    private static Widening time(
            String text, Finding finding, String time, String in, String en, boolean french) {
        Matcher word = before(text, finding.start(), french ? LE : ON);
        if (!word.find()) {
            return new Widening(finding.start(), finding.end(), time);
        }
        String with = ((french ? en : in) + time).strip();
        boolean capital = Character.isUpperCase(word.group(1).charAt(0));
        return new Widening(word.start(), finding.end(), capital ? capital(with) : with);
    }

    private static Widening leftOut(String text, Finding finding, boolean french) {
        Matcher with = before(text, finding.start(), AT);
        return new Widening(
                french && with.find() ? with.start() : finding.start(),
                endOfWords(text, finding.end()),
                french
                        ? "(" + FRENCH_LEFT_OUT.get(finding.kind()) + ")"
                        : "(" + LEFT_OUT.get(finding.kind()) + " left out)");
    }

    /// The stop that ends the sentence stays, also where it could belong to a word cut short.
    private static int endOfWords(String text, int end) {
        boolean stops =
                text.charAt(end - 1) == '.'
                        && (end == text.length() || Character.isWhitespace(text.charAt(end)));
        return stops ? end - 1 : end;
    }

    private static Matcher before(String text, int place, Pattern pattern) {
        return pattern.matcher(text)
                .region(Math.max(0, place - REACH), place)
                .useTransparentBounds(true);
    }
}
