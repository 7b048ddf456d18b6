package rounds.platform.documents;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks for what would run when a PDF is opened or clicked: scripts, programs to be started, and
/// programs that it carries. Looks at everything that can be reached from where it begins, but for
/// pages, which are asked about one by one, and what is drawn on them.
final class PdfScripts {
    private static final COSName JS = COSName.getPDFName("JS");
    private static final Set<String> RUN = Set.of("JavaScript", "Launch");
    private static final Set<String> PAGES = Set.of("Page", "Pages", "Font", "StructTreeRoot");

    /// What leads only to what is shown, and much of it.
    private static final Set<COSName> SHOWN =
            Set.of(
                    COSName.PARENT,
                    COSName.CONTENTS,
                    COSName.RESOURCES,
                    COSName.STRUCT_TREE_ROOT,
                    COSName.METADATA,
                    COSName.PAGES,
                    COSName.P,
                    COSName.getPDFName("Thumb"));

    private static final Pattern PROGRAM =
            Pattern.compile(
                    ".*\\.(exe|com|scr|pif|dll|bat|cmd|ps1|vb[se]?|jse?|ws[fh]?|hta|msi|lnk|jar|sh|app|dmg|docm|xlsm|pptm|dotm|settingcontent-ms|iso|reg|cpl)[\\s.]*");
    private static final List<String> SIGNS =
            List.of("MZ", "\u007fELF", "#!", "\u00ca\u00fe\u00ba\u00be");

    /// Acrobat writes one into each collection of files, which tells readers of 2004 where to find
    /// them. This is it, without its words, which are in the language of who made the collection.
    private static final String ACROBATS =
            "e05d84a2480c49cad878b34002318db45ffac4a849050e8aea092d3cec3148f2";

    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\\n]*\"");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    boolean isIn(COSDictionary root) {
        seen.add(root);
        openAll(root);
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSArray array) {
                array.forEach(this::open);
            } else if (next instanceof COSDictionary dictionary && !isShown(dictionary)) {
                if (runs(dictionary) || carriesProgram(dictionary)) {
                    return true;
                }
                openAll(dictionary);
            }
        }
        return false;
    }

    private static boolean isShown(COSDictionary dictionary) {
        return PAGES.contains(dictionary.getNameAsString(COSName.TYPE, ""));
    }

    private void openAll(COSDictionary dictionary) {
        for (COSName key : List.copyOf(dictionary.keySet())) {
            if (!SHOWN.contains(key)) {
                open(dictionary.getItem(key));
            }
        }
    }

    private void open(@Nullable COSBase value) {
        COSBase direct = value instanceof COSObject reference ? reference.getObject() : value;
        if ((direct instanceof COSArray || direct instanceof COSDictionary) && seen.add(direct)) {
            open.push(direct);
        }
    }

    private static boolean runs(COSDictionary dictionary) {
        boolean runs =
                RUN.contains(dictionary.getNameAsString(COSName.S, ""))
                        || dictionary.containsKey(JS);
        return runs && !isAcrobats(dictionary.getString(JS, ""));
    }

    private static boolean isAcrobats(String script) {
        String bare = LITERAL.matcher(script).replaceAll("").replaceAll("\\s", "");
        return ACROBATS.equals(sha256(bare));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean carriesProgram(COSDictionary dictionary) {
        COSDictionary carried = dictionary.getCOSDictionary(COSName.EF);
        if (carried == null) {
            return false;
        }
        for (COSName name : List.of(COSName.F, COSName.UF, COSName.DESC)) {
            String said = dictionary.getString(name, "").toLowerCase(Locale.ROOT);
            if (PROGRAM.matcher(said).matches()) {
                return true;
            }
        }
        return carried.getValues().stream().anyMatch(PdfScripts::isProgram);
    }

    private static boolean isProgram(COSBase value) {
        COSBase direct = value instanceof COSObject reference ? reference.getObject() : value;
        if (!(direct instanceof COSStream stream)) {
            return false;
        }
        try (InputStream in = stream.createInputStream()) {
            String head = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            return SIGNS.stream().anyMatch(head::startsWith);
        } catch (IOException broken) {
            return false;
        }
    }
}
