package exemplar.backend.llama;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns bytes that arrive in pieces into text, holding back half a character until the rest of it
/// is there.
final class Utf8Stream {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] held = new byte[0];

    /// The text that is complete with these bytes.
    String add(byte[] bytes) {
        return decode(bytes, false);
    }

    /// What is left; half a character becomes the replacement character.
    String end() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] bytes, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(held.length + bytes.length).put(held).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 2);
        decoder.decode(in, out, last);
        held = new byte[in.remaining()];
        in.get(held);
        if (last) {
            decoder.flush(out);
            decoder.reset();
        }
        return out.flip().toString();
    }
}
