package exemplar.backend.cost;

/// The most a run may cost. What is under way counts with the most it may cost until it is known
/// what it did cost, so that many requests at a time cannot overrun it together. Safe for any
/// number of threads.
public final class Budget {
    private final double limit;
    private double spent;
    private double reserved;
    private boolean reached;

    /// @param limit US dollars
    public Budget(double limit) {
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("a budget is an amount of 0 or more");
        }
        this.limit = limit;
    }

    /// Sets aside the most that a request may cost.
    ///
    /// @return whether there is that much left
    public synchronized boolean reserve(double most) {
        if (spent + reserved + most > limit + 1e-12) {
            return false;
        }
        reserved += most;
        return true;
    }

    /// Sets aside the most that a request may cost, and waits for requests under way where it
    /// depends on what they turn out to cost.
    ///
    /// @return whether there is that much left
    public synchronized boolean await(double most) throws InterruptedException {
        while (!reserve(most)) {
            if (reserved <= 0 || spent + most > limit + 1e-12) {
                reached = true;
                return false;
            }
            wait();
        }
        return true;
    }

    /// Takes back what was set aside and books what it did cost.
    public synchronized void settle(double most, double cost) {
        reserved = Math.max(0, reserved - most);
        spent += cost;
        notifyAll();
    }

    public synchronized double spent() {
        return spent;
    }

    /// Whether something was not sent as it might have cost more than is left.
    public synchronized boolean reached() {
        return reached;
    }

    public double limit() {
        return limit;
    }

    public synchronized double left() {
        return Math.max(0, limit - spent - reserved);
    }
}
