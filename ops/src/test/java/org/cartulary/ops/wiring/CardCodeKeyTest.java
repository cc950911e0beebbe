package org.cartulary.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cartulary.ops.database.ServiceNotStarted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with codes never starts with another key than theirs: no card would be found, and new codes would not meet old ones. */
class CardCodeKeyTest {

    @TempDir
    Path home;

    @Test
    void theKeyIsMadeOnceAndStays() {
        var hash = key("k").codes(Optional.empty()).hash("GIFT-0001");

        assertThat(key("k").codes(Optional.of(hash)).hash("gift 0001")).isEqualTo(hash);
        assertThat(key("other").codes(Optional.empty()).hash("GIFT-0001")).isNotEqualTo(hash);
    }

    @Test
    void aMissingOtherOrTornKeyIsSaidWithWhatToDo() throws Exception {
        var hash = key("k").codes(Optional.empty()).hash("GIFT-0001");
        key("other").codes(Optional.empty());
        Files.write(home.resolve("torn"), new byte[31]);

        for (var file : new String[] {"missing", "other", "torn"})
            assertThatThrownBy(() -> key(file).codes(Optional.of(hash)))
                    .isInstanceOfSatisfying(
                            ServiceNotStarted.class,
                            refusal -> assertThat(refusal.remedy()).contains("cartulary.storedvalue.keyfile"));
        assertThat(home.resolve("missing")).doesNotExist();
    }

    private CardCodeKey key(String file) {
        return new CardCodeKey(home.resolve(file));
    }
}
