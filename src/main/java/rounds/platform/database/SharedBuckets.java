package rounds.platform.database;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import java.time.Duration;

import javax.sql.DataSource;

/// Counters that all nodes share, in table `rate_bucket`. The library opens its own short
/// transactions, as the system.
@Factory
class SharedBuckets {

    @Singleton
    ProxyManager<String> buckets(@Named("system") DataSource system) {
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(
                        DelegatingDataSource.unwrapDataSource(system))
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .idColumn("key")
                .stateColumn("state")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                Duration.ofMinutes(1)))
                .build();
    }
}
