package rounds.web.page;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.bind.binders.PendingRequestBindingResult;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.server.netty.binders.NettyServerRequestBinderRegistry;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.web.security.Csrf;

import java.util.List;
import java.util.Optional;

/// Gives a controller its `Form`: the body as raw text from the framework's own binder, parsed
/// here, and only with a valid token. The framework's form binding has two traps: its CSRF filter
/// fails above 5,000 characters, and it decides by itself what is a list.
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<Form> {
    private static final Argument<Form> FORM = Argument.of(Form.class);

    private final BeanProvider<NettyServerRequestBinderRegistry> binders;
    private final Csrf csrf;
    private final Argument<byte[]> body;

    FormBinder(BeanProvider<NettyServerRequestBinderRegistry> binders, Csrf csrf) {
        this.binders = binders;
        this.csrf = csrf;
        this.body = rawBody();
    }

    @SuppressWarnings("unchecked") // It is bytes, as Raw says.
    private static Argument<byte[]> rawBody() {
        return (Argument<byte[]>)
                BeanIntrospection.getIntrospection(Raw.class).getConstructorArguments()[0];
    }

    @Override
    public Argument<Form> argumentType() {
        return FORM;
    }

    @Override
    public BindingResult<Form> bind(
            ArgumentConversionContext<Form> context, HttpRequest<?> request) {
        BindingResult<byte[]> raw =
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

    /// Stands for a controller's argument that is the whole body.
    @Introspected
    record Raw(@Body byte[] body) {}
}
