package rounds.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A zip file that may be a document of an office program: which one, and whether it carries what
/// is not taken.
final class OfficeFile {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int LONGEST_LIST = 2 << 20;

    /// A declaration of entities stands at the beginning of a part.
    private static final int PROLOGUE = 1024;

    private static final List<String> MACROS =
            List.of("vbaproject", "vbadata", "/macrosheets/", "/activex/", "/dialogsheets/");

    private static final Set<String> FETCHED =
            Set.of("attachedTemplate", "oleObject", "subDocument", "frame");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)\\s*(https?:|ftp:|mhtml:|\\\\\\\\|file:/*[^/:]{2,}/)");

    private OfficeFile() {}

    static DocumentType type(Bytes bytes) throws RefusedDocument, IOException {
        ZipDirectory zip = ZipDirectory.read(bytes);
        DocumentType type = zip.has(CONTENT_TYPES) ? office(zip) : openDocument(zip);
        zip.requireSound();
        requireNoMacro(zip, type);
        requireNoEntity(zip);
        requireNothingFromElsewhere(zip);
        return type;
    }

    private static DocumentType office(ZipDirectory zip) throws RefusedDocument, IOException {
        byte[] list = zip.begin(CONTENT_TYPES, LONGEST_LIST);
        requireNoEntity(list);
        DocumentType found = null;
        for (XmlElement part : elements(list, "")) {
            String type = part.attribute("ContentType").strip().toLowerCase(Locale.ROOT);
            if (type.contains("macroenabled") || type.contains("vbaproject")) {
                throw new RefusedDocument(Refusal.MACRO);
            }
            for (DocumentType known :
                    List.of(DocumentType.DOCX, DocumentType.PPTX, DocumentType.XLSX)) {
                found = type.equals(known.mediaType() + ".main+xml") ? known : found;
            }
        }
        if (found == null) {
            throw new RefusedDocument(Refusal.TYPE);
        }
        return found;
    }

    /// @param name of those wanted; empty: all
    private static List<XmlElement> elements(byte[] part, String name) throws RefusedDocument {
        var elements = new ArrayList<XmlElement>();
        try {
            XMLStreamReader xml = Xml.read(new ByteArrayInputStream(part));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && (name.isEmpty() || name.equals(xml.getLocalName()))) {
                    elements.add(XmlElement.of(xml));
                }
            }
            return elements;
        } catch (XMLStreamException broken) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    private static DocumentType openDocument(ZipDirectory zip) throws RefusedDocument, IOException {
        String type = new String(zip.begin("mimetype", 200), StandardCharsets.ISO_8859_1).strip();
        for (DocumentType known : List.of(DocumentType.ODT, DocumentType.ODP)) {
            if (type.equals(known.mediaType())) {
                if (text(zip, "META-INF/manifest.xml").contains("encryption-data")) {
                    throw new RefusedDocument(Refusal.ENCRYPTED);
                }
                return known;
            }
        }
        throw new RefusedDocument(Refusal.TYPE);
    }

    private static String text(ZipDirectory zip, String name) throws RefusedDocument, IOException {
        return new String(zip.begin(name, LONGEST_LIST), StandardCharsets.ISO_8859_1);
    }

    private static void requireNoMacro(ZipDirectory zip, DocumentType type) throws RefusedDocument {
        boolean open = type == DocumentType.ODT || type == DocumentType.ODP;
        for (ZipEntry entry : zip.entries()) {
            String name = "/" + entry.name().toLowerCase(Locale.ROOT);
            boolean macro =
                    open
                            ? name.startsWith("/scripts/") && !name.endsWith("/")
                                    || name.startsWith("/basic/") && name.endsWith("script-lb.xml")
                            : MACROS.stream().anyMatch(name::contains);
            if (macro) {
                throw new RefusedDocument(Refusal.MACRO);
            }
        }
    }

    /// A template or a piece that comes from another server when the document is opened may run
    /// anything, and tells that server who opened it. Links that somebody clicks are none.
    private static void requireNothingFromElsewhere(ZipDirectory zip)
            throws RefusedDocument, IOException {
        for (ZipEntry entry : zip.entries()) {
            if (entry.name().toLowerCase(Locale.ROOT).endsWith(".rels")) {
                byte[] list = zip.begin(entry.name(), LONGEST_LIST);
                for (XmlElement link : elements(list, "Relationship")) {
                    String type = link.attribute("Type");
                    boolean fetched = FETCHED.contains(type.substring(type.lastIndexOf('/') + 1));
                    if (fetched && ELSEWHERE.matcher(link.attribute("Target")).lookingAt()) {
                        throw new RefusedDocument(Refusal.SCRIPT);
                    }
                }
            }
        }
    }

    private static void requireNoEntity(ZipDirectory zip) throws RefusedDocument, IOException {
        for (ZipEntry entry : zip.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                requireNoEntity(zip.begin(entry.name(), PROLOGUE));
            }
        }
    }

    /// Office files must not declare any (ECMA-376, part 2), and no program writes them.
    private static void requireNoEntity(byte[] part) throws RefusedDocument {
        String prologue =
                new String(part, 0, Math.min(part.length, PROLOGUE), StandardCharsets.ISO_8859_1)
                        .replace("\0", "");
        if (prologue.contains("<!DOCTYPE") || prologue.contains("<!ENTITY")) {
            throw new RefusedDocument(Refusal.BOMB);
        }
    }
}
