package rounds.web.page;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.RequestBinderRegistry;
import io.micronaut.http.bind.binders.PendingRequestBindingResult;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.inject.annotation.MutableAnnotationMetadata;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.web.security.Csrf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a controller its `Form`: the body as raw text from the framework's own binder, parsed
// here,
/// and only with a valid token. The framework's form binding is not used, since it keeps the order
/// of nothing and its CSRF filter fails above 5,000 characters.
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<Form> {
    private static final Argument<Form> FORM = Argument.of(Form.class);

    private final BeanProvider<RequestBinderRegistry> binders;
    private final Csrf csrf;
    private final Argument<String> body;

    FormBinder(BeanProvider<RequestBinderRegistry> binders, Csrf csrf) {
        this.binders = binders;
        this.csrf = csrf;
        var annotations = new MutableAnnotationMetadata();
        annotations.addDeclaredAnnotation(Body.class.getName(), Map.of());
        this.body = Argument.of(String.class, "form", annotations);
    }

    @Override
    public Argument<Form> argumentType() {
        return FORM;
    }

    @Override
    public BindingResult<Form> bind(
            ArgumentConversionContext<Form> context, HttpRequest<?> request) {
        BindingResult<String> raw =
                binders.get()
                        .findArgumentBinder(body)
                        .orElseThrow()
                        .bind(ConversionContext.of(body), request);
        return new PendingRequestBindingResult<>() {
            private @Nullable Form form;

            @Override
            public boolean isPending() {
                return raw instanceof PendingRequestBindingResult<?> pending && pending.isPending();
            }

            @Override
            public Optional<Form> getValue() {
                if (form == null) {
                    form = checked(raw.getValue().map(Form::parse).orElse(Form.EMPTY), request);
                }
                return Optional.of(form);
            }

            @Override
            public List<ConversionError> getConversionErrors() {
                return raw.getConversionErrors();
            }
        };
    }

    private Form checked(Form form, HttpRequest<?> request) {
        request.setAttribute(Again.FORM, form);
        if (!csrf.valid(form.optional("csrf"), csrf.subject(request))) {
            throw new ProblemException(new Problem.Forbidden(Again.STALE));
        }
        return form;
    }
}
