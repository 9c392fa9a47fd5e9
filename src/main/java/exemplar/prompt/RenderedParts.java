package exemplar.prompt;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Layout;
import exemplar.model.PromptForm;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import exemplar.template.Rendered;
import exemplar.template.Template;
import exemplar.template.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Parts that were rendered lately, so that a change of one part renders that part only. Safe for
/// any number of threads.
final class RenderedParts {
    private static final int MOST = 4096;

    /// What a rendered part depends on.
    ///
    /// @param demo whether the example is shown with its answer
    record Key(Template template, Task task, Example example, boolean demo) {
        /// Of little only: an example's whole text, hashed for every part of every prompt, took as
        /// long as rendering it.
        @Override
        public int hashCode() {
            return template.hashCode() * 31 + example.id().hashCode() + (demo ? 1 : 0);
        }
    }

    private record Seen(Task task, Example example) {
        @Override
        public int hashCode() {
            return example.id().hashCode();
        }
    }

    /// What the demonstrations of a prompt depend on when they stand together.
    ///
    /// @param templates those that say a demonstration, with what stands between
    record Shown(
            Layout layout,
            TemplateOptions options,
            List<String> templates,
            Task task,
            List<Example> examples) {
        static Shown of(Design design, PromptForm.Parts parts, Task task, List<Example> examples) {
            return new Shown(
                    design.layout(),
                    design.options(),
                    design.layout() == Layout.CHAT_TURNS
                            ? List.of(parts.query(), parts.answer(), parts.separator())
                            : List.of(parts.demonstration(), parts.separator()),
                    task,
                    examples);
        }
    }

    private record Together(Shown of, Renderer.Section section) {}

    private volatile Optional<Together> last = Optional.empty();
    private final Map<Key, Rendered> parts = new Latest<>();
    private final Map<Seen, Value> demonstrations = new Latest<>();

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        Latest() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    Rendered part(Key key, Supplier<Rendered> render) {
        return remembered(parts, key, render);
    }

    /// The demonstrations of a prompt, where the latest ones are not these.
    Renderer.Section shown(Shown shown, Supplier<Renderer.Section> make) {
        Optional<Together> known = last.filter(t -> t.of().equals(shown));
        if (known.isPresent()) {
            return known.get().section();
        }
        Renderer.Section section = make.get();
        last = Optional.of(new Together(shown, section));
        return section;
    }

    /// A demonstration as a free template sees it.
    Value demonstration(Task task, Example example, Supplier<Value> make) {
        return remembered(demonstrations, new Seen(task, example), make);
    }

    private static <K, V> V remembered(Map<K, V> known, K key, Supplier<V> make) {
        synchronized (known) {
            V before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        V fresh = make.get();
        synchronized (known) {
            known.put(key, fresh);
        }
        return fresh;
    }
}
