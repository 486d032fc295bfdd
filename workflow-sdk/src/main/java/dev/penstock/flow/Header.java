package dev.penstock.flow;

import dev.penstock.option.Setting;
import dev.penstock.spec.Site;
import java.util.List;

/** What every kind of step has. */
record Header(String name, List<String> after, List<Setting> settings, Site at) {}
