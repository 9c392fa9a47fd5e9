package exemplar.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a prompt is built.
///
/// @param name unique within the study
/// @param form the templates
/// @param layout how the prompt is sent
/// @param options how the templates are read
/// @param selection which demonstrations
/// @param order in which sequence
/// @param answerTokens how many tokens are kept free for the answer
/// @param extra members of the file that this version does not know, kept and written back
public record Design(
        String name,
        PromptForm form,
        Layout layout,
        TemplateOptions options,
        Selection selection,
        Order order,
        int answerTokens,
        Map<String, Object> extra) {

    public Design {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    public Design withName(String name) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withForm(PromptForm form) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withLayout(Layout layout) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withOptions(TemplateOptions options) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withSelection(Selection selection) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withOrder(Order order) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }

    public Design withAnswerTokens(int answerTokens) {
        return new Design(name, form, layout, options, selection, order, answerTokens, extra);
    }
}
