package rounds.platform.order;

/// Where something goes that is moved in an order.
public sealed interface Step {
    /// One place towards the beginning; at the beginning it stays.
    record Up() implements Step {}

    record Down() implements Step {}

    record Before(long id) implements Step {}

    record After(long id) implements Step {}

    /// To that place, counted from 1; behind the last: to the end.
    record To(int place) implements Step {}
}
