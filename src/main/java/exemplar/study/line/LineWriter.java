package exemplar.study.line;

import exemplar.model.Example;
import exemplar.model.StudyImage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes an example as a line: known members in their order and only where they say something,
/// then the unknown ones as they came.
final class LineWriter {
    /// What names an image of which more is said.
    static final String SHA256 = "sha256";

    private final StringBuilder out = new StringBuilder(256);
    private final JsonText json = new JsonText(out, false);

    private LineWriter() {}

    /// The bytes of the line, without a line end.
    static byte[] write(Example example) {
        LineWriter writer = new LineWriter();
        writer.line(example);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void line(Example e) {
        out.append('{');
        member(Member.ID, e.id());
        key(Member.FIELDS.key);
        json.value(e.fields(), 0);
        text(Member.GOLD, e.gold());
        text(Member.RATIONALE, e.rationale());
        text(Member.LANGUAGE, e.language());
        if (!e.images().isEmpty()) {
            key(Member.IMAGES.key);
            json.value(e.images().stream().map(LineWriter::image).toList(), 0);
        }
        if (!e.tags().isEmpty()) {
            key(Member.TAGS.key);
            json.value(e.tags(), 0);
        }
        text(Member.NOTE, e.note());
        text(Member.SOURCE, e.source());
        if (!e.enabled()) {
            key(Member.ENABLED.key);
            out.append(false);
        }
        if (e.pinned()) {
            key(Member.PINNED.key);
            out.append(true);
        }
        e.extra()
                .forEach((key, value) -> {
                    if (Member.of(key) == Member.OTHER) {
                        key(key);
                        json.value(value, 0);
                    }
                });
        out.append('}');
    }

    private static Object image(StudyImage image) {
        if (image.extra().isEmpty()) {
            return image.sha256();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        if (!image.sha256().isEmpty()) {
            map.put(SHA256, image.sha256());
        }
        map.putAll(image.extra());
        return map;
    }

    private void text(Member member, String text) {
        if (!text.isEmpty()) {
            member(member, text);
        }
    }

    private void member(Member member, String text) {
        key(member.key);
        Escapes.write(text, out);
    }

    private void key(String key) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        Escapes.write(key, out);
        out.append(':');
    }
}
