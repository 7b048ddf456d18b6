package rounds.search;

import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Cuts text into words as they stand, the same way that the index does.
final class Words {
    // A tokenizer holds large tables; requests come on threads of their own, so none can be kept by
    // thread.
    private static final ConcurrentLinkedQueue<StandardTokenizer> IDLE =
            new ConcurrentLinkedQueue<>();

    private Words() {}

    static List<String> of(String text) {
        StandardTokenizer idle = IDLE.poll();
        StandardTokenizer tokenizer = idle != null ? idle : new StandardTokenizer();
        var words = new ArrayList<String>();
        try (tokenizer) {
            var term = tokenizer.addAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(term.toString());
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IDLE.offer(tokenizer);
        return words;
    }
}
