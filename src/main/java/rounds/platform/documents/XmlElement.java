package rounds.platform.documents;

import java.util.HashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamReader;

/// The beginning of an element of XML.
record XmlElement(Map<String, String> attributes) {

    static XmlElement of(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return new XmlElement(attributes);
    }

    /// Empty where there is none.
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
