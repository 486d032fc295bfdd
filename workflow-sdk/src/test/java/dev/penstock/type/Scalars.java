package dev.penstock.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Makes a value of each class without parts, the extremes more often than chance would. */
final class Scalars {

    static final Map<Class<?>, Function<Random, Object>> ALL = all();

    private Scalars() {}

    private static Map<Class<?>, Function<Random, Object>> all() {
        Map<Class<?>, Function<Random, Object>> all = new HashMap<>();
        primitives(all);
        all.put(
                String.class,
                random -> oneOf(random, "", "a\"b\\c\n\t", "Ünï😀\u0000\u2028", "{}", "null", "x" + random.nextInt()));
        all.put(
                BigInteger.class,
                random -> oneOf(random, BigInteger.ZERO, BigInteger.TWO.pow(64), Values.integer(random)));
        all.put(
                BigDecimal.class,
                random -> oneOf(random, BigDecimal.ZERO, new BigDecimal("1E+300"), Values.decimal(random)));
        all.put(URI.class, random -> oneOf(random, URI.create("s3://a/b%20c?d#e"), URI.create(""), URI.create("../ü")));
        all.put(UUID.class, random -> new UUID(random.nextLong(), random.nextLong()));
        all.put(
                Duration.class,
                random -> oneOf(
                        random,
                        Duration.ZERO,
                        Duration.ofMillis(-500),
                        Duration.ofSeconds(random.nextLong() / 4, random.nextInt())));
        all.put(
                Period.class,
                random -> oneOf(random, Period.ZERO, Period.of(random.nextInt(), -random.nextInt(99), 31)));
        all.put(Instant.class, random -> oneOf(random, Instant.EPOCH, Instant.MIN, Instant.MAX, instant(random)));
        all.put(
                LocalDate.class,
                random -> oneOf(
                        random, LocalDate.MIN, LocalDate.MAX, local(random).toLocalDate()));
        all.put(
                LocalTime.class,
                random -> oneOf(
                        random, LocalTime.MIDNIGHT, LocalTime.MAX, local(random).toLocalTime()));
        all.put(LocalDateTime.class, random -> oneOf(random, LocalDateTime.MIN, LocalDateTime.MAX, local(random)));
        all.put(OffsetDateTime.class, random -> local(random).atOffset(offset(random)));
        all.put(ZonedDateTime.class, random -> local(random).atZone(zone(random)));
        all.put(
                YearMonth.class,
                random -> oneOf(random, YearMonth.from(local(random)), YearMonth.of(Year.MIN_VALUE, 1)));
        all.put(ZoneId.class, Scalars::zone);
        all.put(ZoneOffset.class, Scalars::offset);
        return all;
    }

    private static void primitives(Map<Class<?>, Function<Random, Object>> all) {
        put(all, boolean.class, Boolean.class, Random::nextBoolean);
        put(all, byte.class, Byte.class, random -> (byte) random.nextInt());
        put(all, short.class, Short.class, random -> (short) random.nextInt());
        put(
                all,
                int.class,
                Integer.class,
                random -> oneOf(random, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, random.nextInt()));
        put(
                all,
                long.class,
                Long.class,
                random -> oneOf(random, 0L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong()));
        put(
                all,
                float.class,
                Float.class,
                random -> oneOf(
                        random,
                        -0.0f,
                        Float.NaN,
                        Float.NEGATIVE_INFINITY,
                        Float.MIN_VALUE,
                        Float.MAX_VALUE,
                        random(random)));
        put(
                all,
                double.class,
                Double.class,
                random -> oneOf(
                        random,
                        -0.0,
                        1e22,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        Double.longBitsToDouble(random.nextLong())));
    }

    private static void put(
            Map<Class<?>, Function<Random, Object>> all, Class<?> small, Class<?> box, Function<Random, Object> make) {
        all.put(small, make);
        all.put(box, make);
    }

    private static float random(Random random) {
        return Float.intBitsToFloat(random.nextInt());
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextLong() >> 30, random.nextInt());
    }

    private static LocalDateTime local(Random random) {
        return LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
    }

    private static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(random.nextInt(2 * 64800) - 64800);
    }

    private static ZoneId zone(Random random) {
        return oneOf(
                random,
                offset(random),
                ZoneId.of("UTC+01:00"),
                ZoneId.of("GMT0"),
                ZoneId.of("Europe/Berlin"),
                ZoneId.of("America/St_Johns"));
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
