package rounds.web.discovery;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.platform.settings.Settings;
import rounds.web.Signboard;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// What programs ask a site for, at the addresses they know.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class DiscoveryController {
    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String AN_HOUR = "public, max-age=3600";

    private final SiteMap map;
    private final Signboard site;
    private final Settings settings;
    private final Clock clock;

    DiscoveryController(SiteMap map, Signboard site, Settings settings, Clock clock) {
        this.map = map;
        this.site = site;
        this.settings = settings;
        this.clock = clock;
    }

    @Get("/sitemap.xml")
    HttpResponse<String> index() {
        return HttpResponse.ok(map.index()).header(HttpHeaders.CONTENT_TYPE, XML);
    }

    // Titles stand in its addresses: kept by nobody, so that what is narrowed is gone at once.
    @Get("/sitemaps/{name}.xml")
    HttpResponse<String> part(String name) {
        return HttpResponse.ok(map.part(name)).header(HttpHeaders.CONTENT_TYPE, XML);
    }

    @Get("/robots.txt")
    HttpResponse<String> robots() {
        return kept(
                TEXT,
                """
                User-agent: *
                Disallow: /api/
                Disallow: /feeds/k/
                Disallow: /invitations/
                Disallow: /search
                Disallow: /settings
                Disallow: /sign-in
                Disallow: /sign-up
                Disallow: /u/

                Sitemap: %s/sitemap.xml
                """
                        .formatted(site.baseUrl()));
    }

    @Get("/opensearch.xml")
    HttpResponse<String> search() {
        return kept(
                "application/opensearchdescription+xml;charset=utf-8",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>%1$s</ShortName>
                <Description>%2$s</Description>
                <InputEncoding>UTF-8</InputEncoding>
                <Url type="text/html" method="get" template="%3$s/search?q={searchTerms}"/>
                </OpenSearchDescription>
                """
                        .formatted(
                                escaped(cut(site.name())), escaped(site.name()), site.baseUrl()));
    }

    @Get("/.well-known/security.txt")
    HttpResponse<String> security() {
        String contact =
                settings.securityContact() == null
                        ? site.baseUrl() + "/about/help"
                        : settings.securityContact();
        LocalDate year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(11);
        return kept(
                TEXT,
                "Contact: %s\nExpires: %s\nPreferred-Languages: en, fr\nCanonical: %s/.well-known/security.txt\n"
                        .formatted(
                                contact,
                                year.atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                        .truncatedTo(ChronoUnit.SECONDS),
                                site.baseUrl()));
    }

    /// Where password managers send people.
    @Get("/.well-known/change-password")
    HttpResponse<?> password() {
        return HttpResponse.temporaryRedirect(URI.create("/settings/password"));
    }

    private static HttpResponse<String> kept(String type, String text) {
        return HttpResponse.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR);
    }

    /// As long as the format lets a short name be.
    private static String cut(String name) {
        return name.length() <= 16 ? name : name.substring(0, 16);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
