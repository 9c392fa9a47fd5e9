package exemplar.study.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import exemplar.model.Example;
import exemplar.model.StudyImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decodes a line that was scanned before.
final class LineReader {
    private LineReader() {}

    static Example read(byte[] bytes, int start, int end) {
        Map<String, Object> members;
        try {
            members = JsonText.object(bytes, start, end);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scanned line cannot be read", e);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (members.get(Member.FIELDS.key) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> fields.put(String.valueOf(name), String.valueOf(text)));
        }
        List<StudyImage> images = new ArrayList<>();
        if (members.get(Member.IMAGES.key) instanceof List<?> list) {
            list.forEach(image -> images.add(image(image)));
        }
        List<String> tags = new ArrayList<>();
        if (members.get(Member.TAGS.key) instanceof List<?> list) {
            list.forEach(tag -> tags.add(String.valueOf(tag)));
        }
        Map<String, Object> extra = new LinkedHashMap<>();
        members.forEach((key, value) -> {
            if (Member.of(key) == Member.OTHER) {
                extra.put(key, value);
            }
        });
        return new Example(
                text(members, Member.ID),
                fields,
                text(members, Member.GOLD),
                text(members, Member.RATIONALE),
                text(members, Member.LANGUAGE),
                images,
                tags,
                text(members, Member.NOTE),
                text(members, Member.SOURCE),
                !Boolean.FALSE.equals(members.get(Member.ENABLED.key)),
                Boolean.TRUE.equals(members.get(Member.PINNED.key)),
                extra);
    }

    private static StudyImage image(Object image) {
        if (!(image instanceof Map<?, ?> map)) {
            return StudyImage.of(String.valueOf(image));
        }
        Map<String, Object> extra = new LinkedHashMap<>();
        map.forEach((key, value) -> extra.put(String.valueOf(key), value));
        return extra.remove(LineWriter.SHA256) instanceof String sha256
                ? new StudyImage(sha256, extra)
                : new StudyImage("", extra);
    }

    private static String text(Map<String, Object> members, Member member) {
        return members.get(member.key) instanceof String text ? text : "";
    }
}
