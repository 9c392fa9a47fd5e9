package exemplar.study.folder;

import exemplar.model.Design;
import exemplar.model.Layout;
import exemplar.model.Order;
import exemplar.model.PromptForm;
import exemplar.model.Selection;
import exemplar.model.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/// A design within study.json.
final class DesignJson {
    private static final int ANSWER = 64;

    private DesignJson() {}

    static Design read(Members design) throws Members.Wrong {
        String name = design.text("name");
        Layout layout = design.choice("layout", Layout.values(), Layout.COMPLETION);
        PromptForm form = form(design);
        Members options = design.object("options");
        Members selection = design.object("selection");
        Design read =
                new Design(
                        name,
                        form,
                        layout,
                        options(options),
                        selection(selection),
                        design.choice("order", Order.values(), Order.AS_SELECTED),
                        design.whole("answerTokens", 1, ANSWER),
                        Map.of());
        design.keep("options", options);
        design.keep("selection", selection);
        return new Design(
                read.name(),
                read.form(),
                read.layout(),
                read.options(),
                read.selection(),
                read.order(),
                read.answerTokens(),
                design.rest());
    }

    private static PromptForm form(Members design) throws Members.Wrong {
        if (design.has("template")) {
            return new PromptForm.Free(design.text("template"));
        }
        if (!design.has("parts")) {
            throw new Members.Wrong(
                    design.place("parts")
                            + " is missing, a design has \"parts\" or a \"template\"");
        }
        Members parts = design.object("parts");
        PromptForm form =
                new PromptForm.Parts(
                        parts.text("system", ""),
                        parts.text("instruction", ""),
                        parts.text("demonstration", ""),
                        parts.text("answer", ""),
                        parts.text("separator", ""),
                        parts.text("query", ""));
        design.keep("parts", parts);
        return form;
    }

    private static TemplateOptions options(Members options) throws Members.Wrong {
        TemplateOptions usual = TemplateOptions.DEFAULT;
        return new TemplateOptions(
                options.flag("trimBlocks", usual.trimBlocks()),
                options.flag("lstripBlocks", usual.lstripBlocks()),
                options.flag("allowUndefined", usual.allowUndefined()));
    }

    private static Selection selection(Members selection) throws Members.Wrong {
        return new Selection(
                selection.text("selector", "first"),
                selection.whole("count", 0, 4),
                selection.whole("seed", 0L),
                selection.texts("ids"));
    }

    static Map<String, Object> members(Design design) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", design.name());
        members.put("layout", Members.word(design.layout()));
        switch (design.form()) {
            case PromptForm.Free free -> members.put("template", StudyJson.lines(free.source()));
            case PromptForm.Parts parts -> members.put("parts", members(parts));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("trimBlocks", design.options().trimBlocks());
        options.put("lstripBlocks", design.options().lstripBlocks());
        options.put("allowUndefined", design.options().allowUndefined());
        members.put("options", options);
        Map<String, Object> selection = new LinkedHashMap<>();
        selection.put("selector", design.selection().selector());
        selection.put("count", design.selection().count());
        selection.put("seed", design.selection().seed());
        selection.put("ids", design.selection().ids());
        members.put("selection", selection);
        members.put("order", Members.word(design.order()));
        members.put("answerTokens", design.answerTokens());
        return Members.merged(members, design.extra());
    }

    private static Map<String, Object> members(PromptForm.Parts parts) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("system", StudyJson.lines(parts.system()));
        members.put("instruction", StudyJson.lines(parts.instruction()));
        members.put("demonstration", StudyJson.lines(parts.demonstration()));
        members.put("answer", StudyJson.lines(parts.answer()));
        members.put("separator", StudyJson.lines(parts.separator()));
        members.put("query", StudyJson.lines(parts.query()));
        return members;
    }
}
