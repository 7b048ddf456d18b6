package rounds.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zip files, good and bad ones.
final class Zips {
    static final String MAIN = ".main+xml";

    private Zips() {}

    static byte[] of(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// An office file of one main part and those given.
    static Map<String, String> office(DocumentType type, Map<String, String> more) {
        return office(type.mediaType() + MAIN, more);
    }

    static Map<String, String> office(String mainType, Map<String, String> more) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                """
                <?xml version="1.0"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/main.xml" ContentType="%s"/></Types>
                """
                        .formatted(mainType));
        parts.put("main.xml", "<document/>");
        parts.putAll(more);
        return parts;
    }

    /// One stored part first, as OpenDocument wants it.
    static byte[] openDocument(String type, Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("mimetype");
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            var sum = new CRC32();
            sum.update(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(name.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(name);
            zip.closeEntry();
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
