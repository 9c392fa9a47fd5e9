package exemplar.template.render;

import exemplar.template.value.Args;
import exemplar.template.value.Fault;
import exemplar.template.value.Str;
import exemplar.template.value.TextBuilder;
import exemplar.template.value.Value;
import java.util.List;
import java.util.function.Function;

/// A function for call blocks, `{% call name("word") %}…{% endcall %}`, that puts something before
/// and after the body and leaves the body and its origins as they are.
public final class Wrapping {
    private Wrapping() {}

    /// What stands around a body.
    public record Around(Str before, Str after) {}

    /// @param name for messages
    /// @param around from the one word the call is given; throws a [Fault] for a wrong one
    public static Value of(String name, Function<String, Around> around) {
        return new exemplar.template.render.Function.Of(
                name, (args, run) -> wrapped(name, around, args, run));
    }

    private static Value wrapped(String name, Function<String, Around> around, Args args, Run run) {
        List<Value> given = args.positional();
        if (given.size() != 1 || !(given.getFirst() instanceof Str word)) {
            throw Fault.type(name + "() takes one text, such as " + name + "(\"user\")");
        }
        if (!(args.named().get("caller") instanceof exemplar.template.render.Function body)) {
            throw Fault.type(
                    name
                            + "() goes around a text: {% call "
                            + name
                            + "(\"user\") %}…{% endcall %}");
        }
        Around found = around.apply(word.text());
        TextBuilder built = new TextBuilder(run.budget);
        built.append(found.before());
        if (body.call(Args.NONE, run) instanceof Str text) {
            built.append(text);
        }
        return built.append(found.after()).build();
    }
}
