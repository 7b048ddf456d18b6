package rounds.web.feeds;

import rounds.web.Signboard;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes Atom 1.0 (RFC 4287) with the JDK's own writer of XML, which escapes: a feed is a dozen
/// elements, and no library that makes them is smaller than this.
final class AtomWriter {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /// What XML 1.0 cannot hold, however escaped.
    private static final Pattern NOT_XML =
            Pattern.compile(
                    "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Signboard site;
    private final XMLStreamWriter xml;

    private AtomWriter(Signboard site, XMLStreamWriter xml) {
        this.site = site;
        this.xml = xml;
    }

    /// @param self path of the feed itself
    static byte[] write(Signboard site, Feed feed, String self) {
        var bytes = new ByteArrayOutputStream(16_384);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            new AtomWriter(site, xml).write(feed, self);
            xml.close();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException(failed);
        }
        return bytes.toByteArray();
    }

    private void write(Feed feed, String self) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        // Addresses inside posts have no host.
        xml.writeAttribute("xml:base", site.baseUrl() + "/");
        element("id", tag(feed.id()));
        element("title", feed.title());
        element("updated", feed.updated().toString());
        link("self", "application/atom+xml", self);
        link("alternate", "text/html", feed.page());
        xml.writeStartElement("author");
        element("name", site.name());
        xml.writeEndElement();
        for (Feed.Entry entry : feed.entries()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(Feed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", entry.language());
        element("id", tag(entry.id()));
        element("title", entry.title());
        element("published", entry.published().toString());
        element("updated", entry.updated().toString());
        link("alternate", "text/html", entry.path());
        // Without it the feed's own is meant.
        if (!entry.author().isEmpty()) {
            xml.writeStartElement("author");
            element("name", entry.author());
            xml.writeEndElement();
        }
        for (String tag : entry.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(tag));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(entry.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private void link(String rel, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site.baseUrl() + clean(path));
    }

    /// A name that stays when the site's addresses change (RFC 4151).
    private String tag(String id) {
        return "tag:" + URI.create(site.baseUrl()).getHost() + ",2026:" + id;
    }

    private static String clean(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }
}
