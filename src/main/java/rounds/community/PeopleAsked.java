package rounds.community;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom somebody looks for: of all that is given, each word begins a word of what those people say
/// of themselves. Accents and capital letters make no difference.
///
/// @param words anywhere, in the name too
public record PeopleAsked(
        String words, String profession, String expertise, String emr, String place) {

    public PeopleAsked {
        words = Directory.searched(words);
        profession = Directory.searched(profession);
        expertise = Directory.searched(expertise);
        emr = Directory.searched(emr);
        place = Directory.searched(place);
    }

    public static PeopleAsked words(String words) {
        return new PeopleAsked(words, "", "", "", "");
    }

    /// Whether anything is asked at all.
    public boolean isEmpty() {
        return all().isEmpty();
    }

    /// Whether more than words is asked.
    public boolean narrowed() {
        return Stream.of(profession, expertise, emr, place).anyMatch(one -> !one.isEmpty());
    }

    /// What is asked of this.
    public String of(Told told) {
        return switch (told) {
            case PROFESSION -> profession;
            case EXPERTISE -> expertise;
            case EMR -> emr;
            case PLACE -> place;
        };
    }

    /// The same with other words.
    public PeopleAsked with(String others) {
        return new PeopleAsked(others, profession, expertise, emr, place);
    }

    /// The same with this asked instead.
    public PeopleAsked with(Told told, String said) {
        return new PeopleAsked(
                words,
                told == Told.PROFESSION ? said : profession,
                told == Told.EXPERTISE ? said : expertise,
                told == Told.EMR ? said : emr,
                told == Told.PLACE ? said : place);
    }

    List<String> parts() {
        return List.of(words, profession, expertise, emr, place);
    }

    /// Every word of it, wherever it may stand.
    String all() {
        return parts().stream()
                .filter(part -> part.chars().anyMatch(Character::isLetterOrDigit))
                .collect(Collectors.joining(" "));
    }
}
