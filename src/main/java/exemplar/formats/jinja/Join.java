package exemplar.formats.jinja;

import java.util.List;

/// Puts blocks together as a design does: what is empty is left out together with its separator.
final class Join {
    private Join() {}

    static String of(List<Block> all, String separator) {
        List<Block> blocks = all.stream().filter(b -> !b.equals(new Block.Fixed(""))).toList();
        return blocks.isEmpty()
                ? ""
                : endsFilled(blocks) ? readable(blocks, separator) : general(blocks, separator);
    }

    private static boolean endsFilled(List<Block> blocks) {
        return switch (blocks.getLast()) {
            case Block.Fixed fixed -> true;
            case Block.Live live -> live.filled();
            case Block.Each each -> false;
        };
    }

    /// When something stands at the end in any case, every block before it is followed by the
    /// separator.
    private static String readable(List<Block> blocks, String separator) {
        String between = Literal.text(separator);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            String after = i == blocks.size() - 1 ? "" : between;
            switch (blocks.get(i)) {
                case Block.Fixed(String text) -> out.append(Literal.text(text)).append(after);
                case Block.Live live -> out.append(optional(live, after));
                case Block.Each(Block.Live demo) ->
                        out.append("{% for demo in demos %}")
                                .append(optional(demo, after))
                                .append("{% endfor %}");
            }
        }
        return out.toString();
    }

    private static String optional(Block.Live live, String after) {
        return live.filled()
                ? live.source() + after
                : "{% set block %}"
                        + live.source()
                        + "{% endset %}{% if block %}{{ block }}"
                        + after
                        + "{% endif %}";
    }

    private static String general(List<Block> blocks, String separator) {
        StringBuilder out = new StringBuilder("{% set blocks = namespace(all=[]) -%}\n");
        for (Block block : blocks) {
            switch (block) {
                case Block.Fixed(String text) -> out.append(added(Literal.string(text)));
                case Block.Live live -> out.append(captured(live));
                case Block.Each(Block.Live demo) ->
                        out.append("{% for demo in demos -%}\n")
                                .append(captured(demo))
                                .append("{% endfor -%}\n");
            }
        }
        return out.append("{{ blocks.all | select | join(")
                .append(Literal.string(separator))
                .append(") }}")
                .toString();
    }

    private static String captured(Block.Live live) {
        return "{% set block %}" + live.source() + "{% endset -%}\n" + added("block");
    }

    private static String added(String expression) {
        return "{% set blocks.all = blocks.all + [" + expression + "] -%}\n";
    }
}
