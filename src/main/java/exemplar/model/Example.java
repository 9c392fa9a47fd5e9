package exemplar.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One record of a study: in the pool a candidate demonstration, in the tests an item.
///
/// @param id unique within its pool or tests
/// @param fields input field name to text, in the order of the file
/// @param gold the expected output (a label's name when the task classifies); empty when unknown
/// @param rationale why the gold output is right; empty when none was written
/// @param language BCP 47 tag of the fields; empty when the study does not say
/// @param images shown with its input, in this order
/// @param tags free words, in the order they were given
/// @param note the researcher's remark, never part of a prompt
/// @param source where it was imported from, such as `tweets.csv:431`; empty when written here
/// @param enabled whether selectors may choose it
/// @param pinned whether it is part of every prompt
/// @param extra members of the file that this version does not know, kept and written back:
///   JSON-like values (Map, List, String, Number, Boolean, or absent)
public record Example(
        String id,
        Map<String, String> fields,
        String gold,
        String rationale,
        String language,
        List<StudyImage> images,
        List<String> tags,
        String note,
        String source,
        boolean enabled,
        boolean pinned,
        Map<String, Object> extra) {

    public Example {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        images = List.copyOf(images);
        tags = List.copyOf(tags);
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /// An example without images.
    public Example(
            String id,
            Map<String, String> fields,
            String gold,
            String rationale,
            String language,
            List<String> tags,
            String note,
            String source,
            boolean enabled,
            boolean pinned,
            Map<String, Object> extra) {
        this(
                id, fields, gold, rationale, language, List.of(), tags, note, source, enabled,
                pinned, extra);
    }

    /// An enabled example with fields and a gold output and nothing else.
    public static Example of(String id, Map<String, String> fields, String gold) {
        return new Example(id, fields, gold, "", "", List.of(), "", "", true, false, Map.of());
    }

    /// The text of a field; empty where the example has no such field.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public Example withId(String id) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withField(String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, text);
        return withFields(changed);
    }

    public Example withFields(Map<String, String> fields) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withGold(String gold) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withRationale(String rationale) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withLanguage(String language) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withImages(List<StudyImage> images) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withTags(List<String> tags) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withNote(String note) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withSource(String source) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withEnabled(boolean enabled) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }

    public Example withPinned(boolean pinned) {
        return new Example(
                id, fields, gold, rationale, language, images, tags, note, source, enabled, pinned,
                extra);
    }
}
