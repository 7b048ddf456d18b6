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

    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType SPELLED = type(IndexOptions.DOCS);

    private final Analyzer analyzer;
    private final String part;

    private TextPart(String field, Analyzer analyzer, String part, String text, FieldType type) {
        super(field, Writing.closed(text), type);
        this.analyzer = analyzer;
        this.part = part;
    }

    static TextPart of(Language language, String part, String text) {
        return new TextPart(language.field(), language.analyzer(), part, text, WORDS);
    }

    /// Short, and measured against other titles only.
    static TextPart title(Language language, String text) {
        return new TextPart(language.titleField(), language.analyzer(), BODY, text, WORDS);
    }

    /// How its words are written, in whatever language.
    static TextPart spelling(String text) {
        return new TextPart(IndexSchema.SPELLING, SpelledWords.ANALYZER, BODY, text, SPELLED);
    }

    @Override
    public TokenStream tokenStream(Analyzer ignored, TokenStream reuse) {
        return analyzer.tokenStream(part, stringValue());
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
