package exemplar.formats;

import exemplar.model.Design;
import exemplar.model.Example;
import exemplar.model.Label;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.Task;
import exemplar.model.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Designs and data that are hard to write in another format.
final class Designs {
    static final Task TASK =
            new Task(
                    Task.Kind.CLASSIFY,
                    List.of("text", "items"),
                    "mood",
                    List.of(new Label("pos", "{{ good }}"), new Label("neg", "bad \"one\"")),
                    "Say {% raw %} or \\n, nothing else {",
                    List.of());

    private static final List<String> ODD =
            List.of(
                    "plain",
                    "{{ braces }} and {% tags %} and {# notes #} {",
                    "{% endraw %}{{ x }}",
                    "quotes \" ' \\ \\n and a line\nend\r\nwindows\rmac",
                    "tab\tnul\u0000 bell\u0007 zero\u200bwidth \u202eturned\u202c",
                    "<b>&amp;</b> 'ok' > 1 < 2",
                    "עברית and عربي 漢字 👨‍👩‍👧 \u2028 line",
                    "",
                    "  blanks around  \n",
                    "\u00a0no-break at the ends\u00a0");

    private Designs() {}

    private static Example example(String id, String text, String gold) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("text", text);
        fields.put("items", "n" + text.length());
        return Example.of(id, fields, gold).withTags(List.of("a", "b{"));
    }

    static List<Example> pool() {
        List<Example> pool = new ArrayList<>();
        for (String text : ODD) {
            pool.add(example("d-" + pool.size(), text, pool.size() % 2 == 0 ? "pos" : "neg"));
        }
        return pool;
    }

    static List<Example> items() {
        List<Example> items = new ArrayList<>();
        for (String text : ODD) {
            items.add(example("t/" + items.size(), "item " + text, ""));
        }
        items.add(example("t/" + items.size(), "", ""));
        return items;
    }

    static Subject subject(PromptForm form, Layout layout, TemplateOptions options) {
        Design design =
                new Design(
                        "hard",
                        form,
                        layout,
                        options,
                        Selection.first(ODD.size()),
                        Order.AS_SELECTED,
                        16,
                        Map.of());
        return new Subject(TASK, design, pool(), items());
    }

    static PromptForm usual() {
        return new PromptForm.Parts(
                "You are {{ task.kind }}.",
                "{{ instruction }}",
                "Text: {{ text }}\nMood: {{ gold }}",
                "{{ gold }}",
                "\n\n",
                "Text: {{ text }}\nMood:");
    }

    private static PromptForm bare() {
        return new PromptForm.Parts(
                "",
                "{% if item.text %}{{ instruction }}{% endif %}",
                "{{ text }}|{{ items }}|{{ label }}",
                "{{ rationale }}{{ gold }}",
                " {{ ",
                "{{ text }}");
    }

    private static PromptForm busy() {
        return new PromptForm.Parts(
                "{% set x = labels | join(', ') %}\n  {% if x %}\n  Labels: {{ x }}\n  {% endif %}\n",
                "  {%- for l in labels -%}\n   - {{ l }}\n{% endfor %}{{ instruction }}",
                "{% for t in tags %}\n<{{ t }}>\n{% endfor %}\n{{ item.text }} => {{ gold }}\n",
                "{% raw %}{{ not }}{% endraw %}\n{{ gold }}",
                "\n---\n",
                "{# a note #}\n{{ item['items'] ~ ' ' ~ text | upper }}\n{%- if language %} ({{ language }}){% endif %}\n\n");
    }

    private static PromptForm free() {
        return new PromptForm.Free(
                "{{ instruction }}\n\n{% for d in demos %}\nText: {{ d.text }}\nMood: {{ d.gold }} {{ d['items'] }}\n{% endfor %}\n  {% if item.language %}\n  x\n  {% endif %}\nText: {{ item.text }}\nMood:\n");
    }

    private static PromptForm turns() {
        return new PromptForm.Free(
                "{{ turn.system }}{{ instruction }}\n{% for d in demos %}\n{{ turn.user }} {{ d.text }}\n{{ turn.assistant }} {{ d.gold }}\n{% endfor %}\n{{ turn.user }}\n{{ item.text }}\n");
    }

    static Stream<Subject> all() {
        List<Subject> all = new ArrayList<>();
        for (TemplateOptions options :
                List.of(
                        TemplateOptions.DEFAULT,
                        new TemplateOptions(true, true, false),
                        new TemplateOptions(false, false, true))) {
            for (Layout layout : Layout.values()) {
                for (PromptForm form : List.of(usual(), bare(), busy(), free())) {
                    all.add(subject(form, layout, options));
                }
            }
            all.add(subject(turns(), Layout.CHAT_TURNS, options));
        }
        return all.stream();
    }
}
