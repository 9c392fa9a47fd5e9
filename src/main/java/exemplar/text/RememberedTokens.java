package exemplar.text;

import java.util.LinkedHashMap;
import java.util.Map;

/// A tokenizer that remembers the texts it was asked about lately, so that a prompt of which little
/// changed is counted again quickly. Safe for any number of threads.
public final class RememberedTokens implements TokenCounter {
    private static final int MOST = 4096;
    private static final long MOST_CHARACTERS = 8_000_000;

    private final TokenCounter counter;
    private final Map<String, int[]> known = new LinkedHashMap<>(256, 0.75f, true);
    private long characters;

    public RememberedTokens(TokenCounter counter) {
        this.counter = counter;
    }

    @Override
    public String name() {
        return counter.name();
    }

    @Override
    public boolean exact() {
        return counter.exact();
    }

    @Override
    public int[] ends(String text) {
        synchronized (known) {
            int[] before = known.get(text);
            if (before != null) {
                return before.clone();
            }
        }
        int[] ends = counter.ends(text);
        synchronized (known) {
            if (known.put(text, ends) == null) {
                characters += text.length();
            }
            var oldest = known.entrySet().iterator();
            while (known.size() > 1 && (known.size() > MOST || characters > MOST_CHARACTERS)) {
                characters -= oldest.next().getKey().length();
                oldest.remove();
            }
        }
        return ends.clone();
    }
}
