package exemplar.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An image of an example: a file in the study's folder `images` that is named by its content, so
/// that the same image shown twice is there once and a changed one is noticed.
///
/// @param sha256 of the file's bytes, 64 hexadecimal digits in lower case
/// @param extra what else the study's file says of it, kept and written back: JSON-like values
public record StudyImage(String sha256, Map<String, Object> extra) {

    public StudyImage {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    public static StudyImage of(String sha256) {
        return new StudyImage(sha256, Map.of());
    }

    /// Whether it can be the name of a file.
    public boolean isNamed() {
        return sha256.matches("[0-9a-f]{64}");
    }

    /// The first digits, enough for a person.
    public String shortName() {
        return sha256.length() <= 12 ? sha256 : sha256.substring(0, 12);
    }
}
