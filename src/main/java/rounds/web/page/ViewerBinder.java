package rounds.web.page;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.web.security.Viewers;

import java.util.Optional;

/// Gives a controller the `Viewer` who asks.
@Singleton
final class ViewerBinder implements TypedRequestArgumentBinder<Viewer> {
    private static final Argument<Viewer> VIEWER = Argument.of(Viewer.class);

    @Override
    public Argument<Viewer> argumentType() {
        return VIEWER;
    }

    @Override
    public BindingResult<Viewer> bind(
            ArgumentConversionContext<Viewer> context, HttpRequest<?> request) {
        return () -> Optional.of(Viewers.of(request));
    }
}
