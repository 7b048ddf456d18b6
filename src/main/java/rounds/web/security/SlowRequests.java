package rounds.web.security;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.Future;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Whoever connects must ask, and whoever begins a request must end it: a connection that takes
/// longer for one than this is closed, however steadily its bytes drip, which no idle timeout sees.
/// Later on it may rest until the idle timeout, whose event nobody else acts upon.
@Singleton
final class SlowRequests implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    /// The largest request but for a file, 1 MB, needs 320 kbit/s for that.
    private static final int SECONDS = 25;

    /// A file may be fifty times as large, and come from a telephone in a valley: it may take
    /// longer while at least so many bytes of it arrive in that time (64 kbit/s).
    private static final long LEAST = 8_000 * SECONDS;

    private static final Pattern FILES =
            Pattern.compile(
                    "/images|/images/new|/api/v1/images|/uploads/[^/]+|/c/[^/]+/library|/r/[^/]+/version"
                            + "|/api/v1/communities/[^/]+/resources|/api/v1/resources/[^/]+/versions");

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Customizer(channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null
                    && channel.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC)
                            != null) {
                var deadline = new Deadline();
                channel.pipeline()
                        .addBefore(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "request-begins",
                                deadline.begins())
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "request-ends",
                                deadline.ends());
            }
        }
    }

    /// Of the request that is arriving on one connection; used on its event loop only.
    private static final class Deadline {
        private @Nullable Future<?> running;
        private boolean file;
        private long arrived;

        ChannelInboundHandlerAdapter begins() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void handlerAdded(ChannelHandlerContext context) {
                    start(context);
                }

                @Override
                public void userEventTriggered(ChannelHandlerContext context, Object event) {
                    if (event instanceof IdleStateEvent idle
                            && idle.state() == IdleState.ALL_IDLE) {
                        context.close();
                    } else {
                        context.fireUserEventTriggered(event);
                    }
                }

                @Override
                public void channelRead(ChannelHandlerContext context, Object bytes) {
                    start(context);
                    arrived += bytes instanceof ByteBuf some ? some.readableBytes() : 0;
                    context.fireChannelRead(bytes);
                }

                @Override
                public void channelInactive(ChannelHandlerContext context) {
                    stop();
                    context.fireChannelInactive();
                }
            };
        }

        ChannelInboundHandlerAdapter ends() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object part) {
                    if (part instanceof HttpRequest request) {
                        file = isFile(request);
                    }
                    if (part instanceof LastHttpContent) {
                        stop();
                    }
                    context.fireChannelRead(part);
                }
            };
        }

        private void start(ChannelHandlerContext context) {
            if (running == null) {
                arrived = 0;
                running =
                        context.executor().schedule(() -> look(context), SECONDS, TimeUnit.SECONDS);
            }
        }

        private void look(ChannelHandlerContext context) {
            running = null;
            if (file && arrived >= LEAST) {
                start(context);
            } else {
                context.close();
            }
        }

        private static boolean isFile(HttpRequest request) {
            return (request.method().equals(HttpMethod.POST)
                            || request.method().equals(HttpMethod.PATCH))
                    && FILES.matcher(request.uri().split("\\?", 2)[0]).matches();
        }

        private void stop() {
            file = false;
            if (running != null) {
                running.cancel(false);
                running = null;
            }
        }
    }
}
