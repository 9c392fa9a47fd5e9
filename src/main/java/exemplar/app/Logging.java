package exemplar.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sends the log to standard error, so that standard output carries results only. Done in code
/// because reading a configuration file costs a tenth of a second at every start.
///
/// `-Dexemplar.log=debug` shows more; `-Dexemplar.timing=true` shows how long starting took.
public final class Logging extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} %msg%n");
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        context.getLogger("ROOT").setLevel(Level.WARN);
        context.getLogger("ROOT").addAppender(console);
        Level usual = Boolean.getBoolean("exemplar.timing") ? Level.INFO : Level.WARN;
        context.getLogger("exemplar")
                .setLevel(Level.toLevel(System.getProperty("exemplar.log"), usual));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
