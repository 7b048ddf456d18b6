package rounds.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// One part of a document's text: title, tags and body go into the same field, each with its own
/// weight.
final class TextPart extends Field {
    static final String TITLE = "title";
    static final String TAGS = "tags";
    static final String BODY = "body";
    static final String TITLE_SUFFIX = ".title";

    private static final FieldType WORDS = words();

    private final Language language;
    private final String part;

    private TextPart(String field, Language language, String part, String text) {
        super(field, text, WORDS);
        this.language = language;
        this.part = part;
    }

    static TextPart of(Language language, String part, String text) {
        return new TextPart(language.field(), language, part, text);
    }

    /// Short, and measured against other titles only.
    static TextPart title(Language language, String text) {
        return new TextPart(language.titleField(), language, BODY, text);
    }

    @Override
    public TokenStream tokenStream(Analyzer ignored, TokenStream reuse) {
        return language.analyzer().tokenStream(part, stringValue());
    }

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
