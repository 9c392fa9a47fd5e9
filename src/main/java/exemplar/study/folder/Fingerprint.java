package exemplar.study.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What tells one content of a file from another.
///
/// @param size in bytes; -1 when there is no file
/// @param crc CRC-32C of the content
record Fingerprint(long size, long crc) {
    /// No file.
    static final Fingerprint ABSENT = new Fingerprint(-1, 0);

    Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>();
        members.put("size", size);
        members.put("crc", "%08x".formatted(crc));
        return members;
    }

    static Optional<Fingerprint> of(Object members) {
        if (members instanceof Map<?, ?> map
                && map.get("size") instanceof Number size
                && map.get("crc") instanceof String crc) {
            try {
                return Optional.of(new Fingerprint(size.longValue(), Long.parseLong(crc, 16)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
