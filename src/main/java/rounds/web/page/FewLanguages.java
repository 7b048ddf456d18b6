package rounds.web.page;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

/// `Accept-Language` is read once, before the framework reads it: the framework asks the JDK for a
/// locale of it with each request, and the JDK keeps each one it has ever made for minutes, about
/// 450 bytes for every header that a stranger makes up.
@Singleton
final class FewLanguages implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

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
                channel.pipeline()
                        .addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "few-languages",
                                new Reading());
            }
        }
    }

    private static final class Reading extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest request) {
                String wanted = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
                if (wanted != null) {
                    request.headers()
                            .set(HttpHeaderNames.ACCEPT_LANGUAGE, Language.accepted(wanted).code());
                }
            }
            context.fireChannelRead(part);
        }
    }
}
