package rounds.search;

import org.apache.lucene.analysis.TokenStream;
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
    private static final ConcurrentLinkedQueue<Cutter> IDLE = new ConcurrentLinkedQueue<>();

    private record Cutter(StandardTokenizer source, TokenStream end) {
        static Cutter made() {
            var source = new StandardTokenizer();
            return new Cutter(source, UnspacedFilter.words(source));
        }

        List<String> words(String text) {
            var words = new ArrayList<String>();
            try (end) {
                var term = end.addAttribute(CharTermAttribute.class);
                source.setReader(new StringReader(text));
                end.reset();
                while (end.incrementToken()) {
                    words.add(term.toString());
                }
                end.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }
    }

    private Words() {}

    static List<String> of(String text) {
        Cutter idle = IDLE.poll();
        Cutter cutter = idle != null ? idle : Cutter.made();
        List<String> words = cutter.words(text);
        IDLE.offer(cutter);
        return words;
    }
}
