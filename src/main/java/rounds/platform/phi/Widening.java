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
    static final int REACH = 40;

    private static final Pattern ON = Pattern.compile("(?<![\\p{L}])([Oo])n (?:the )?$");
    private static final Pattern THE =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:since|until|till|before|after|from|by|around|between|and|to|of) (the )$");
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}])(?:au|à|le|sur)\\s$");
    private static final Pattern LE = Pattern.compile("(?<![\\p{L}])([Ll])e\\s$");

    /// A time that is no day takes its own article behind these: "depuis le printemps".
    private static final Pattern FROM_LE =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:depuis|avant|après|vers|dès|pour|entre|passé) (le) $");

    private static final Pattern AU = Pattern.compile("(?i)(?<![\\p{L}])([ad])u $");

    /// What it is, told right before it: "her phone number is …".
    private static final Pattern SAID =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:numbers?|address|code|names?|dates?|age)(?: is| was|:)? $");

    private static final Pattern FRENCH_SAID =
            Pattern.compile(
                    "(?i)(?<![\\p{L}])(?:(numéros?|noms?|codes?(?: postal)?|âge)|adresse|date)(?: est| était|[ \\u00a0]?:)? $");

    private static final Pattern TOWN_AT = Pattern.compile("(?<![\\p{L}])([Àà]) $");
    private static final List<String> TOWNS = List.of("a small town", "a city");
    private static final List<String> FRENCH_TOWNS = List.of("une petite ville", "une ville");

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
            case Suggestion.Role _ -> Roles.of(text, finding, french);
            case Suggestion.NinetyOrOlder _ -> List.of(age(text, finding, french));
            case Suggestion.Season season -> season(text, finding, season, all, french);
            case Suggestion.Year(int year) ->
                    List.of(time(text, finding, String.valueOf(year), "in ", "en ", french));
            case Suggestion.Town _ -> town(text, finding, french);
            case Suggestion.Region _, Suggestion.Remove _ ->
                    List.of(leftOut(text, finding, french));
        };
    }

    private static List<Widening> town(String text, Finding finding, boolean french) {
        Matcher at = before(text, finding.start(), TOWN_AT);
        boolean with = french && at.find();
        int start = with ? at.start() : finding.start();
        boolean begins = with && Character.isUpperCase(at.group(1).charAt(0));
        return (french ? FRENCH_TOWNS : TOWNS)
                .stream()
                        .map(town -> with ? "dans " + town : town)
                        .map(words ->
                                new Widening(
                                        start,
                                        finding.end(),
                                        begins ? Roles.capital(words) : words))
                        .toList();
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
        if (french) {
            return frenchTime(text, finding, time, en);
        }
        Matcher word = before(text, finding.start(), ON);
        if (word.find()) {
            return with(word, finding, in + time);
        }
        Matcher the = before(text, finding.start(), THE);
        return new Widening(the.find() ? the.start(1) : finding.start(), finding.end(), time);
    }

    private static Widening frenchTime(String text, Finding finding, String time, String en) {
        boolean vowel = "aéh".indexOf(time.charAt(0)) >= 0;
        boolean year = Character.isDigit(time.charAt(0)) || time.startsWith("il y a");
        Matcher from = before(text, finding.start(), FROM_LE);
        if (from.find()) {
            String article = year ? "" : vowel ? "l’" : "le ";
            return new Widening(from.start(1), finding.end(), article + time);
        }
        Matcher joined = before(text, finding.start(), AU);
        if (vowel && joined.find()) {
            String of = joined.group(1).equalsIgnoreCase("a") ? "à" : "de";
            return with(joined, finding, of + " l’" + time);
        }
        Matcher word = before(text, finding.start(), LE);
        return word.find()
                ? with(word, finding, en + time)
                : new Widening(finding.start(), finding.end(), time);
    }

    /// In place of the word before it, too.
    private static Widening with(Matcher word, Finding finding, String words) {
        boolean capital = Character.isUpperCase(word.group(1).charAt(0));
        String said = words.strip();
        return new Widening(word.start(), finding.end(), capital ? Roles.capital(said) : said);
    }

    private static Widening leftOut(String text, Finding finding, boolean french) {
        Matcher with = before(text, finding.start(), AT);
        return new Widening(
                french && with.find() ? with.start() : finding.start(),
                endOfWords(text, finding.end()),
                french ? frenchLeftOut(text, finding) : englishLeftOut(text, finding));
    }

    private static String englishLeftOut(String text, Finding finding) {
        return before(text, finding.start(), SAID).find()
                ? "(left out)"
                : "(" + LEFT_OUT.get(finding.kind()) + " left out)";
    }

    private static String frenchLeftOut(String text, Finding finding) {
        Matcher said = before(text, finding.start(), FRENCH_SAID);
        if (said.find()) {
            return said.group(1) == null ? "(retirée)" : "(retiré)";
        }
        return "(" + FRENCH_LEFT_OUT.get(finding.kind()) + ")";
    }

    /// The stop that ends the sentence stays, also where it could belong to a word cut short.
    private static int endOfWords(String text, int end) {
        boolean stops =
                text.charAt(end - 1) == '.'
                        && (end == text.length() || Character.isWhitespace(text.charAt(end)));
        return stops ? end - 1 : end;
    }

    static Matcher before(String text, int place, Pattern pattern) {
        return pattern.matcher(text)
                .region(Math.max(0, place - REACH), place)
                .useTransparentBounds(true);
    }
}
