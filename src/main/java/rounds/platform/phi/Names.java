package rounds.platform.phi;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of people: behind a title or a word that announces a name, before what only people do, a
/// given name with what follows it, or two words with capitals that no dictionary has. Names of
/// authors and eponyms are left alone.
final class Names implements Detector {
    private static final int LONGEST = 4;

    private static final Set<String> PARTICLES =
            Set.of(
                    "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "el",
                    "al", "bin", "ben", "ibn", "dos", "du", "ter", "ten", "af", "av", "zu");

    private static final Pattern AUTHOR =
            Pattern.compile(
                    "^(?:'s)?(?:, \\p{Lu}\\p{Ll}[\\p{L}'-]{0,29}){0,6}(?:,? ?(?:&|and|et) ?\\p{Lu}[\\p{L}'-]{1,30})?,? ?(?:et (?:al|coll)\\b|and (?:colleagues|coworkers|co-workers)|\\(?(?:19|20)\\d\\d[a-z]?\\b(?![-/])|\\[\\d| \\p{Lu}{1,2},|,? (?:M\\.?D|D\\.?O|Ph\\.?D|R\\.?N|N\\.?P|MHA|MPH|MSc|MBA|MBBS|FRCPC?S?C?|CCFP|FCFP|FACP|FACS|ARNP|BScN|BSN|PharmD|BScPhm|RPh|OT|PT|MSW|RSW|DDS|DMD|M\\.?Sc|MA|inf\\.)(?![\\p{L}]))");

    /// Whose names stand under what is published.
    private static final Pattern EDITOR =
            Pattern.compile(
                    "(?i)\\b(?:updated|reviewed|edited|authored|révisé|mis à jour) (?:\\w+ )?(?:by|par):? $|\\b(?:MD|MHA|PhD|RN|DO|MPH), $");

    /// What makes the name before it a disease's or a rule's.
    private static final Pattern THING_BEHIND =
            Pattern.compile(
                    "^(?:'s|s')?(?:[-–/]\\p{L}+|(?: (?:and|et) \\p{Lu}[\\p{L}-]+))? (\\p{L}+)(?: (\\p{L}+))?");

    private static final Pattern THING_BEFORE =
            Pattern.compile(
                    "(?i)\\b(?:maladies?|syndromes?|signes?|tests?|échelles?|scores?|critères|indice|classification|manœuvre|tumeur|lymphome|virus|loi|règle|rue|lac|hôpital|mont|ville|university|hospital|institute|lake|mount|port|fort|saint|st|cap|anémie|chorée|paralysie|facteur|factor|protein|vitamin|san|santa|loma|los|las) (?:de (?:la )?|d'|du |of )?$");

    /// Titles in capitals throughout.
    private static final Set<String> SHOUTED_TITLES =
            Set.of("MR", "MRS", "MS", "MISS", "DR", "DRE", "MME", "MLLE", "PROF");

    /// Those that are nothing else: an MR is also an image, and MS a disease.
    private static final Set<String> ONLY_TITLES = Set.of("MRS", "MISS", "MME", "MLLE", "PROF");

    /// Names that were met elsewhere, in small letters.
    private final Set<String> known;

    /// @param known words of names that were met elsewhere in what is told, in small letters
    Names(Set<String> known) {
        this.known = known;
    }

    /// The words of the names in a text that are likely ones, in small letters.
    static Set<String> met(String text) {
        var reading = new Reading(text);
        var search = new Search(reading, new Findings(), Word.of(reading.text()), Set.of());
        search.run();
        return search.met;
    }

    @Override
    public void look(Reading reading, Findings found) {
        new Search(reading, found, Word.of(reading.text()), known).run();
    }

    /// One reading; it remembers whom it has met.
    private static final class Search {
        private final Reading reading;
        private final Findings found;
        private final List<Word> words;
        private final Set<String> known;
        private final boolean small;
        private final Set<String> met = new HashSet<>();

        Search(Reading reading, Findings found, List<Word> words, Set<String> known) {
            this.reading = reading;
            this.found = found;
            this.words = words;
            this.known = known;
            small =
                    words.stream()
                            .noneMatch(word -> Character.isUpperCase(word.text().codePointAt(0)));
        }

        void run() {
            int at = 0;
            while (at < words.size()) {
                at = Math.max(at + 1, name(at));
            }
            shouted();
            titled();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (isMetAgain(i) && !isAuthor(word) && !isThing(i, i + 1)) {
                    add(word, word, Certainty.LIKELY);
                }
            }
        }

        /// A part of somebody's name that stands by itself. One that is a word, too, is meant as
        /// the name where no sentence begins with it, or where it does what only people do.
        private boolean isMetAgain(int at) {
            Word word = words.get(at);
            String text = word.text();
            String name = text.toLowerCase(Locale.ROOT);
            if (!met.contains(name) && !known.contains(name)) {
                return false;
            }
            return Words.isWord(text)
                    ? word.isTitled() && (!word.opens() || NameSigns.actsBehind(reading, word))
                    : small || word.isTitled() || word.isShouted();
        }

        /// "MRS HARGREAVE", "MR HARBHAJAN GILL": in a sentence that is not shouted all that is in
        /// capitals behind the title, otherwise what is no word.
        private void titled() {
            for (int i = 0; i + 1 < words.size(); i++) {
                String title = words.get(i).text();
                if (SHOUTED_TITLES.contains(title) && !words.get(i).isCode(reading.text())) {
                    boolean loud = i > 0 && words.get(i - 1).isShouted() && !words.get(i).opens();
                    int end = shoutedRun(i + 1);
                    loud |= end - i - 1 > LONGEST - 1;
                    end = loud ? nameRun(i + 1) : end;
                    boolean named =
                            words.subList(i + 1, end).stream()
                                    .anyMatch(word ->
                                            isShoutedName(word)
                                                    && (ONLY_TITLES.contains(title)
                                                            || word.text().length() > 4
                                                            || Capitals.isSurname(word.text())
                                                            || isGivenName(word)));
                    boolean meant = named || ONLY_TITLES.contains(title) && !loud;
                    if (end > i + 1 && meant && !isThing(i + 1, end)) {
                        take(i + 1, end, Certainty.LIKELY);
                    }
                }
            }
        }

        private int shoutedRun(int at) {
            int end = at;
            while (end < words.size()
                    && words.get(end).follows()
                    && (end == at || !words.get(end).gap().startsWith("."))
                    && (words.get(end).isShouted() || words.get(end).isInitial())) {
                end++;
            }
            return end;
        }

        private int nameRun(int at) {
            int end = at;
            int last = shoutedRun(at);
            while (end < last && isShoutedName(words.get(end))) {
                end++;
            }
            return end;
        }

        private boolean isShoutedName(Word word) {
            return mayBeShouted(word)
                    || word.isShouted()
                            && word.text().length() > 2
                            && (Capitals.isSurname(word.text())
                                    || isGivenName(word) && !Words.isWord(word.text()));
        }

        /// "TREMBLAY MARIE", "TREMBLAY, MARIE": a given name beside a word that is none, both in
        /// capitals throughout.
        private void shouted() {
            for (int i = 0; i + 1 < words.size(); i++) {
                Word one = words.get(i);
                Word other = words.get(i + 1);
                boolean beside = other.gap().equals(" ") || other.gap().equals(", ");
                if (beside
                        && mayBeShouted(one)
                        && mayBeShouted(other)
                        && (isGivenName(one) || isGivenName(other))
                        && !isAuthor(other)
                        && !isThing(i, i + 2)) {
                    add(one, other, Certainty.LIKELY);
                }
            }
        }

        private boolean mayBeShouted(Word word) {
            String text = word.text();
            return word.isShouted()
                    && text.length() > 3
                    && !word.isCode(reading.text())
                    && !Words.isWord(text)
                    && !Capitals.isOther(text)
                    && !Capitals.isThing(text)
                    && !Capitals.isFrench(text)
                    && !Capitals.isEponym(text);
        }

        private static boolean isGivenName(Word word) {
            return GivenNames.has(word.text());
        }

        /// @return the word behind a name that begins here, or this one
        private int name(int at) {
            Word word = words.get(at);
            if (!mayBeName(word) || isAuthor(word)) {
                return at;
            }
            if (NameSigns.titleBefore(reading, word)) {
                int end = Math.max(at + 1, run(at, true));
                return isAuthor(words.get(end - 1)) ? end : take(at, end, Certainty.LIKELY);
            }
            boolean strong = NameSigns.strongBefore(reading, word);
            int end = run(at, strong);
            if (end == at || isAuthor(words.get(end - 1)) || isThing(at, end)) {
                return end;
            }
            int certainty = NameSigns.weigh(reading, words, at, end, strong, small);
            return switch (certainty) {
                case 0 -> at;
                case 1 -> take(at, end, Certainty.POSSIBLE);
                default -> take(at, end, Certainty.LIKELY);
            };
        }

        private int take(int at, int end, Certainty certainty) {
            add(words.get(at), words.get(end - 1), certainty);
            for (int i = at; i < end; i++) {
                String text = words.get(i).text();
                String name = text.toLowerCase(Locale.ROOT);
                if (certainty == Certainty.LIKELY
                        && text.length() > 2
                        && !small
                        && !PARTICLES.contains(name)
                        && !Capitals.isOther(text)
                        && !Capitals.isThing(text)
                        && !Capitals.isEponym(text)) {
                    met.add(name);
                }
            }
            return end;
        }

        private void add(Word first, Word last, Certainty certainty) {
            found.add(first.start(), last.end(), Kind.NAME, certainty, Suggestion.ROLE);
        }

        private boolean mayBeName(Word word) {
            boolean written =
                    word.isTitled() || small || word.isShouted() && word.text().length() > 2;
            return written
                    && !word.isCode(reading.text())
                    && !word.text().startsWith("I'")
                    && word.text().length() <= Word.LONGEST;
        }

        /// The words of one name, from here: capitals, initials, particles between them.
        ///
        /// @param strong whether also a word of the dictionary is taken for a name
        private int run(int at, boolean strong) {
            int end = at;
            while (end < words.size() && end - at < LONGEST) {
                Word word = words.get(end);
                if (end > at && !word.follows()) {
                    break;
                }
                if (end > at && word.gap().startsWith(".") && !isShort(words.get(end - 1))) {
                    break;
                }
                boolean particle =
                        end > at
                                && PARTICLES.contains(word.text())
                                && (isNameAt(end + 1)
                                        || isNameAt(end + 2)
                                                && PARTICLES.contains(words.get(end + 1).text()));
                boolean initial =
                        end > at && word.text().length() == 1 && (small || word.isInitial());
                if (!particle
                        && !initial
                        && !mayBelong(end, end > at, strong)
                        && (end > at
                                || !NameSigns.isBacked(reading, words, at)
                                        && !(strong
                                                && word.isTitled()
                                                && GivenNames.has(word.text())))) {
                    break;
                }
                end++;
            }
            return end;
        }

        private boolean isNameAt(int at) {
            return at < words.size() && mayBeName(words.get(at));
        }

        private static boolean isShort(Word word) {
            return word.text().length() <= 2 || word.text().equals("Dr");
        }

        private boolean mayBelong(int at, boolean later, boolean strong) {
            Word word = words.get(at);
            String text = word.text();
            if (!mayBeName(word) || Capitals.isThing(text)) {
                return false;
            }
            if (word.isShouted() && !strong && !GivenNames.has(text)) {
                return false;
            }
            boolean other = Capitals.isOther(text) || Capitals.isFrench(text);
            if (small) {
                return !other && !Words.isWord(text);
            }
            if (later) {
                return !other
                        && (strong
                                || behindGivenName(at)
                                || !Words.isWord(text)
                                || Capitals.isEponym(text)
                                || Capitals.isSurname(text));
            }
            return !other && (strong || !Words.isWord(text));
        }

        /// Whether the word before is a given name and nothing else: what follows it with a capital
        /// is a surname, whatever the dictionary says.
        private boolean behindGivenName(int at) {
            Word word = words.get(at);
            String before = at == 0 ? "" : words.get(at - 1).text();
            return word.isTitled()
                    && GivenNames.has(before)
                    && !Words.isWord(before)
                    && !Capitals.isThing(word.text());
        }

        private boolean isAuthor(Word word) {
            return reading.behind(word.end(), 120, AUTHOR)
                    || reading.before(word.start(), 30, EDITOR);
        }

        /// Whether what begins here is called after somebody.
        private boolean isThing(int at, int end) {
            Word last = words.get(end - 1);
            var behind =
                    THING_BEHIND
                            .matcher(reading.text())
                            .region(last.end(), Math.min(reading.text().length(), last.end() + 80));
            boolean thing =
                    behind.find()
                            && (Capitals.isThing(behind.group(1))
                                    || behind.group(2) != null
                                            && Capitals.isThing(behind.group(2))
                                            && Character.isUpperCase(behind.group(1).charAt(0))
                                                    == Character.isUpperCase(
                                                            behind.group(2).charAt(0))
                                            && (Character.isUpperCase(behind.group(2).charAt(0))
                                                    || isEponymRun(at, end)));
            return thing || reading.before(words.get(at).start(), 30, THING_BEFORE);
        }

        private boolean isEponymRun(int at, int end) {
            return words.subList(at, end).stream().anyMatch(word -> Capitals.isEponym(word.text()));
        }
    }
}
