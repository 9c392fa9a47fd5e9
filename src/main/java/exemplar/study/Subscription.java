package exemplar.study;

/// Ends a subscription.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
