package exemplar.prompt;

import exemplar.model.TemplateOptions;
import exemplar.template.Environment;
import exemplar.template.Parsed;
import exemplar.template.Template;
import exemplar.template.render.Settings.Missing;
import java.util.LinkedHashMap;
import java.util.Map;

/// Templates that were read already, so that a prompt is parsed once and rendered often. Safe for
/// any number of threads.
final class Templates {
    private static final int MOST = 256;

    private record Key(String source, TemplateOptions options, boolean keepTrailingNewline) {}

    private static final Map<Key, Parsed> READ =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Parsed> eldest) {
                    return size() > MOST;
                }
            };

    private Templates() {}

    /// Reads a part, whose last newline belongs to the prompt.
    static Parsed part(String source, TemplateOptions options) {
        return read(new Key(source, options, true));
    }

    /// Reads a whole template, whose last newline Jinja2 drops.
    static Parsed whole(String source, TemplateOptions options) {
        return read(new Key(source, options, false));
    }

    private static Parsed read(Key key) {
        synchronized (READ) {
            Parsed known = READ.get(key);
            if (known != null) {
                return known;
            }
        }
        Parsed parsed = Template.parse(key.source(), environment(key));
        synchronized (READ) {
            READ.put(key, parsed);
        }
        return parsed;
    }

    private static Environment environment(Key key) {
        return Environment.STUDY
                .withBlocks(key.options().trimBlocks(), key.options().lstripBlocks())
                .withTrailingNewline(key.keepTrailingNewline())
                .withMissing(key.options().allowUndefined() ? Missing.LENIENT : Missing.PROBLEM);
    }
}
