package exemplar.cli;

import java.util.List;

/// The commands there are.
final class Commands {
    private Commands() {}

    static List<Object> of(Services services, Console console) {
        return List.of(
                new NewCommand(console),
                new ImportCommand(console),
                new ShowCommand(console),
                new CheckCommand(console),
                new RenderCommand(console),
                new RunCommand(services, console),
                new LabelCommand(services, console),
                new ReportCommand(console),
                new ModelsCommand(services, console),
                new MockCommand(console),
                new ExportCommand(console),
                new ShotsCommand(services, console),
                new DemoCommand(services, console),
                new RenderTemplateCommand(console));
    }
}
