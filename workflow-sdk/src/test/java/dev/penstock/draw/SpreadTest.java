package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Span BORDER = new Span(0, 100);

    @Test
    void givesWishesThatAreFarEnoughApart() {
        assertThat(spread(10, 20, 50, 80)).containsExactly(20.0, 50.0, 80.0);
    }

    @Test
    void sharesTheMiddleOfWishesThatCollide() {
        assertThat(spread(10, 50, 50, 50)).containsExactly(40.0, 50.0, 60.0);
        assertThat(spread(10, 50, 52)).containsExactly(46.0, 56.0);
    }

    @Test
    void staysWithinTheBorder() {
        assertThat(spread(10, -30, -20, 130)).containsExactly(0.0, 10.0, 100.0);
    }

    private static List<Double> spread(double apart, double... wishes) {
        Spread spread = new Spread(apart);
        for (double wish : wishes) {
            spread.add(wish);
        }
        return spread.within(BORDER);
    }
}
