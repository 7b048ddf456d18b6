package rounds.web.topics;

import rounds.kernel.Titled;
import rounds.topics.ShelfChoice;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody puts what she reads onto the shelf of a topic, or suggests it.
///
/// @param choices topics that are under way in her communities
public record AddPage(Titled content, List<ShelfChoice> choices, Filled filled) {

    /// As the form names it.
    public String sign() {
        return Sign.of(content.content());
    }

    /// Those where it does not stand, and is not suggested, yet.
    public List<ShelfChoice> open() {
        return choices.stream().filter(one -> one.stands() == null).toList();
    }

    /// Those where it does.
    public List<ShelfChoice> standing() {
        return choices.stream().filter(one -> one.stands() != null).toList();
    }
}
