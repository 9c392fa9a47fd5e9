package exemplar.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The tokenizers this program has. One is read when it is first used, which takes a moment.
public final class Tokenizers {
    private static final Pattern O200K =
            Pattern.compile(
                    "(openai/)?(gpt-4o|gpt-4\\.1|gpt-4\\.5|gpt-5|gpt-oss|chatgpt-4o|o1|o3|o4)([-:.].*)?");
    private static final Pattern CL100K =
            Pattern.compile(
                    "(openai/)?(gpt-4|gpt-3\\.5|gpt-35|text-embedding-3|text-embedding-ada-002)([-:.].*)?");

    private Tokenizers() {}

    private static final class Registry {
        static final EncodingRegistry ALL = Encodings.newLazyEncodingRegistry();
    }

    /// The tokens of a model by the id its provider gives it. For the models of OpenAI they are the
    /// model's own; for others an estimate.
    public static TokenCounter ofModel(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        if (O200K.matcher(name).matches()) {
            return new Pairs(EncodingType.O200K_BASE, "o200k", true);
        }
        return CL100K.matcher(name).matches()
                ? new Pairs(EncodingType.CL100K_BASE, "cl100k", true)
                : estimate();
    }

    /// For models whose tokenizer is not known here.
    public static TokenCounter estimate() {
        return new Pairs(EncodingType.O200K_BASE, "o200k", false);
    }

    /// A model's own tokenizer, told by the engine that runs it.
    public static TokenCounter told(String name, Teller teller) {
        return new Told(name, teller);
    }

    /// Cuts a text into the pieces its tokens stand for, which together are the text.
    @FunctionalInterface
    public interface Teller {
        List<String> pieces(String text);
    }

    private record Told(String name, Teller teller) implements TokenCounter {
        @Override
        public boolean exact() {
            return true;
        }

        @Override
        public int[] ends(String text) {
            List<String> pieces = teller.pieces(text);
            int[] ends = new int[pieces.size()];
            int at = 0;
            for (int i = 0; i < ends.length; i++) {
                at = Math.min(text.length(), at + pieces.get(i).length());
                ends[i] = at;
            }
            if (ends.length > 0) {
                ends[ends.length - 1] = text.length();
            }
            return ends;
        }
    }

    private record Pairs(EncodingType type, String name, boolean exact) implements TokenCounter {
        private Encoding encoding() {
            return Registry.ALL.getEncoding(type);
        }

        /// Half a character cannot be written as UTF-8: a question mark stands for it, as on the
        /// wire. The length stays.
        private static String whole(String text) {
            boolean halves = false;
            for (int i = 0; i < text.length() && !halves; i++) {
                halves = half(text, i);
            }
            if (!halves) {
                return text;
            }
            StringBuilder out = new StringBuilder(text);
            for (int i = 0; i < text.length(); i++) {
                if (half(text, i)) {
                    out.setCharAt(i, '?');
                }
            }
            return out.toString();
        }

        private static boolean half(String text, int i) {
            char c = text.charAt(i);
            return Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c)
                            && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        }

        @Override
        public int count(String text) {
            return encoding().countTokensOrdinary(whole(text));
        }

        @Override
        public int[] ends(String text) {
            Encoding encoding = encoding();
            int[] tokens = encoding.encodeOrdinary(whole(text)).toArray();
            com.knuddels.jtokkit.api.IntArrayList one =
                    new com.knuddels.jtokkit.api.IntArrayList(1);
            one.add(0);
            Utf8Place place = new Utf8Place(text);
            int[] ends = new int[tokens.length];
            int bytes = 0;
            for (int i = 0; i < tokens.length; i++) {
                one.set(0, tokens[i]);
                bytes += encoding.decodeBytes(one).length;
                ends[i] = place.after(bytes);
            }
            if (ends.length > 0) {
                ends[ends.length - 1] = text.length();
            }
            return ends;
        }
    }
}
