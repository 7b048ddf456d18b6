package rounds.web.about;

import rounds.kernel.ProblemException;

import java.util.Set;

/// One page that explains the site.
///
/// @param name of its text: `about/_privacy_en` and its title `about.privacy`
public record AboutPage(String name) {
    private static final Set<String> NAMES = Set.of("privacy", "accessibility", "help", "keyboard");

    static AboutPage of(String name) {
        if (!NAMES.contains(name)) {
            throw ProblemException.notFound();
        }
        return new AboutPage(name);
    }
}
