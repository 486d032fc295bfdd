package dev.penstock.server;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The search attributes by which runs are found in Temporal's UI and by {@code list}. */
public final class RunAttributes {

    public static final SearchAttributeKey<String> PIPELINE = SearchAttributeKey.forKeyword("PenstockPipeline");
    public static final SearchAttributeKey<String> SPEC = SearchAttributeKey.forKeyword("PenstockSpec");
    public static final SearchAttributeKey<String> TRIGGER = SearchAttributeKey.forKeyword("PenstockTrigger");
    public static final SearchAttributeKey<String> OWNER = SearchAttributeKey.forKeyword("PenstockOwner");
    public static final SearchAttributeKey<List<String>> MODEL = SearchAttributeKey.forKeywordList("PenstockModel");
    public static final SearchAttributeKey<String> OUTCOME = SearchAttributeKey.forKeyword("PenstockOutcome");
    public static final SearchAttributeKey<Double> COST = SearchAttributeKey.forDouble("PenstockCost");

    private RunAttributes() {}

    public static List<SearchAttributeKey<?>> all() {
        return List.of(PIPELINE, SPEC, TRIGGER, OWNER, MODEL, OUTCOME, COST);
    }

    /** The type as the {@code temporal} command writes it. */
    static String typeText(SearchAttributeKey<?> key) {
        return switch (key.getValueType()) {
            case INDEXED_VALUE_TYPE_KEYWORD -> "Keyword";
            case INDEXED_VALUE_TYPE_KEYWORD_LIST -> "KeywordList";
            case INDEXED_VALUE_TYPE_DOUBLE -> "Double";
            case IndexedValueType other -> throw new IllegalStateException("no attribute of a run is a " + other);
        };
    }
}
