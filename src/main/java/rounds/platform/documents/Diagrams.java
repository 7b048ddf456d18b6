package rounds.platform.documents;

import org.apache.poi.ooxml.POIXMLDocumentPart;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words in charts and drawn diagrams, which stand in parts of their own.
final class Diagrams {
    private static final Set<String> KINDS =
            Set.of(
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                    "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml");

    /// Of one part; the rest are values.
    private static final int MOST = 500;

    private Diagrams() {}

    /// Each once: a chart says the names of its categories for each row of values.
    static List<String> words(POIXMLDocumentPart owner) throws IOException {
        var words = new LinkedHashSet<String>();
        for (POIXMLDocumentPart part : owner.getRelations()) {
            if (KINDS.contains(part.getPackagePart().getContentType())) {
                try (InputStream in = part.getPackagePart().getInputStream()) {
                    add(Xml.read(in), words);
                } catch (XMLStreamException broken) {
                    // What was said before it broke is enough.
                }
            }
        }
        return List.copyOf(words);
    }

    private static void add(XMLStreamReader xml, Set<String> words) throws XMLStreamException {
        boolean named = false;
        while (xml.hasNext() && words.size() < MOST) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "strCache", "strLit" -> named = true;
                    case "numCache", "numLit" -> named = false;
                    case "t" -> add(xml.getElementText(), words);
                    case "v" -> {
                        if (named) {
                            add(xml.getElementText(), words);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static void add(String word, Set<String> words) {
        if (!word.isBlank()) {
            words.add(word.strip());
        }
    }
}
