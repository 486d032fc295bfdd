package dev.penstock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.regex.Pattern;

/** The classes that a rule looks at; few of them mean that the scan went wrong, and then no rule holds. */
final class Production {

    private static final int FEWEST = 250;
    private static final int FEWEST_OF_THE_SDK = 200;

    private static final Pattern OF_THE_SDK =
            Pattern.compile(".*/workflow-sdk/target/classes/.*|.*/penstock-workflow-sdk-[^/]*\\.jar!.*");

    private Production() {}

    static JavaClasses all(JavaClasses scanned) {
        assertThat(scanned.size()).as("classes of all modules").isGreaterThan(FEWEST);
        return scanned;
    }

    static JavaClasses sdk(JavaClasses scanned) {
        JavaClasses sdk = scanned.that(describe("are of the SDK", Production::isOfTheSdk));
        assertThat(sdk.size()).as("classes of the SDK").isGreaterThan(FEWEST_OF_THE_SDK);
        return sdk;
    }

    /** By the place of the class file, so that a new package is of the SDK too. */
    private static boolean isOfTheSdk(JavaClass type) {
        return type.getSource()
                .map(source -> OF_THE_SDK.matcher(source.getUri().toString()).matches())
                .orElse(false);
    }
}
