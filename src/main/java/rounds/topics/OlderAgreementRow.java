package rounds.topics;

import io.micronaut.core.annotation.Introspected;

@Introspected
record OlderAgreementRow(long id, int htmlVersion, String statement) {}
