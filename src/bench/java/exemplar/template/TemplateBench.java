package exemplar.template;

import exemplar.model.Origin;
import exemplar.template.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Speed of the template engine on one core. Run it with `java -cp <test class path>
/// org.openjdk.jmh.Main TemplateBench`.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TemplateBench {
    private static final String SOURCE =
            """
            Classify the emotion of the text.

            {% for demo in demos %}
            Text: {{ demo.text | trim }}
            Label: {{ demo.label }}
            {% if not loop.last %}
            ---
            {% endif %}
            {% endfor %}
            Text: {{ text }}
            Label:\
            """;

    private final Template template = parse();
    private final Map<String, Value> few = context(4, 60);
    private final Map<String, Value> many = context(64, 470);

    private static Template parse() {
        return (Template) Template.parse(SOURCE, Environment.STUDY.withBlocks(true, true));
    }

    private static Map<String, Value> context(int demos, int characters) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < demos; i++) {
            String id = "d-" + i;
            Map<String, Value> members = new LinkedHashMap<>();
            members.put(
                    "text",
                    Value.text(
                            "so glad ".repeat(characters / 8),
                            Origin.demo(id, "text", Optional.of("en"))));
            members.put("label", Value.text("joy", Origin.demo(id, "label", Optional.of("en"))));
            all.add(Value.owned(members, Origin.demo(id, "", Optional.empty())));
        }
        return Map.of(
                "demos", Value.of(all),
                "text",
                        Value.text(
                                "I never expected this", Origin.query("text", Optional.empty())));
    }

    /// A prompt with four short demonstrations; the bar is 100,000 a second.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Rendered shortPrompt() {
        return template.render(few);
    }

    /// What a key press costs with 64 demonstrations and 32,000 characters: read and render again.
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Rendered keyPressWith64Demonstrations() {
        return parse().render(many);
    }

    /// Reading the template alone.
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Template read() {
        return parse();
    }
}
