package rounds.web.library;

import rounds.library.CollectionWords;
import rounds.library.LibraryCollection;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.LinkedHashMap;
import java.util.Map;

/// The fields of the forms about collections.
final class CollectionForm {

    static CollectionWords words(Form form) {
        String parent = form.optional("parent");
        return new CollectionWords(
                form.line("title"),
                form.text("description"),
                form.line("language"),
                parent == null ? null : Ids.parse(parent));
    }

    static Map<String, String> filled(LibraryCollection collection) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", collection.title());
        fields.put("description", collection.source());
        fields.put("language", collection.language());
        LibraryCollection.Parent parent = collection.parent();
        fields.put("parent", parent == null ? "" : Ids.text(parent.id()));
        fields.put("revision", String.valueOf(collection.revision()));
        return fields;
    }

    private CollectionForm() {}
}
