package dev.penstock.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Spec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDiffTest {

    private static final Spec SPEC = Spec.of(new SamplePipeline());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # What runs.
        train             | /container/image                    | "train:2"              | image train:1 → train:2
        ingest            | /container/command/1                | "load.py"              | command python ingest.py → python load.py
        ingest            | /container/command                  | -                      | command python ingest.py → of the image
        train             | /container/environment/EPOCHS/value | "20"                   | environment EPOCHS = "10" → "20"
        train             | /container/environment/EPOCHS       | -                      | environment EPOCHS = "10" removed
        train             | /container/environment/B            | {"@type":"Literal","value":""} | environment B = "" added
        ingest            | /container/environment/TOKEN/secret/key | "key2"             | environment TOKEN = secret store/token → secret store/key2
        best              | /method/name                        | "worst"                | method SamplePipeline::best → SamplePipeline::worst
        best              | /method/owner                       | "other.SamplePipeline" | method dev.penstock.diff.SamplePipeline::best → other.SamplePipeline::best
        rollout           | /workflow                           | "Sweep"                | workflow Rollout → Sweep
        spark             | /resource/manifest/spec/replicas    | 4                      | manifest.spec.replicas 2 → 4
        spark             | /resource/kind                      | "RayCluster"           | kind RayJob → RayCluster
        spark             | /resource/success/value             | "DONE"                 | success test field status.jobStatus = "SUCCEEDED" → field status.jobStatus = "DONE"
        spark             | /resource/keptAfterwards            | true                   | now kept afterwards
        spark             | /resource/outputs                   | {"a":"status.a"}       | output a from status.a added
        # What it asks for.
        train             | /container/resources/memory         | "4Gi"                  | memory 2Gi → 4Gi
        train             | /container/resources/gpus           | 2                      | gpu 1 → 2
        train             | /container/resources/gpuKind        | "h100"                 | gpu kind a10g → h100
        train             | /container/resources/cpu            | 2.5                    | cpu 2 → 2.5
        ingest            | /container/resources/disk           | "1Gi"                  | disk 1Gi added
        train             | /container/pools/0                  | "big"                  | pools gpu → big
        train             | /container/distributed/nodes        | 4                      | gang of 2 nodes with 1 gpus each → 4 nodes with 1 gpus each
        train             | /container/serviceAccount           | "trainer"              | service account "trainer" added
        # Where values come from.
        train             | /inputs/raw/from/step               | "ingest"               | input "raw" reads ingest instead of clean: edge moved
        train             | /inputs/depth/from                  | {"@type":"Constant","type":"int","value":3} | input "depth" reads 3 instead of map-depths.item
        train             | /inputs/depth/type                  | "long"                 | input "depth" takes long instead of int
        train             | /inputs/depth                       | -                      | input "depth" removed: map-depths.item
        ingest            | /inputs/rows/from/value             | 200                    | input "rows" 100 → 200
        ingest            | /inputs/rows/from/type              | "long"                 | input "rows", the constant 100, is long instead of int
        ingest            | /inputs/seed                        | {"from":{"@type":"Constant","type":"int","value":7},"type":"int"} | input "seed" added: 7
        best              | /inputs/0/from/step                 | "map-widths"           | input 1 reads map-widths instead of map-depths: edge moved
        best              | /inputs/1                           | {"from":{"@type":"PipelineInput"},"type":"int"} | takes map-depths, in instead of map-depths
        map-depths        | /items/from/component               | "widths"               | list reads in.widths instead of in.depths
        clean             | /input/from/step                    | "other"                | input reads other instead of ingest: edge moved
        map-depths        | /body/result/step                   | "other"                | result of the body reads other instead of train: edge moved
        when-accuracy     | /then/result/step                   | "rollout"              | result of the then-branch reads rollout instead of promote: edge moved
        pipeline          | /graph/result/step                  | "best"                 | result reads best instead of when-accuracy: edge moved
        best              | /output                             | "double"               | yields double instead of Score
        # Conditions, people and time.
        provided-accuracy | /condition/bound/value              | 0.95                   | condition best.accuracy ≥ 0.9 → best.accuracy ≥ 0.95
        provided-accuracy | /reason                             | "too bad"              | reason "not good enough" → "too bad"
        when-accuracy     | /condition/comparison               | "MORE_THAN"            | condition provided-accuracy.accuracy ≥ in.bar → provided-accuracy.accuracy > in.bar
        repeat-input      | /until/bound/value                  | "y"                    | until repeat-input.state.digest ≥ "x" → repeat-input.state.digest ≥ "y"
        repeat-input      | /atMost                             | 6                      | rounds at most 5 → 6
        repeat-input      | /initial                            | {"@type":"Output","step":"z"} | first state reads z instead of in: edge moved
        approval-owners   | /approvers                          | "team-b"               | approvers owners → team-b
        approval-owners   | /value/step                         | "best"                 | value reads best instead of pause-1h: edge moved
        pause-1h          | /duration                           | "PT2H30M"              | duration 1h → 2h 30m
        # Options.
        ingest            | /settings/0/attempts                | 5                      | retry attempts 3 → 5
        ingest            | /settings/0/pause                   | "PT1M"                 | pause before a retry 10s → 1m
        ingest            | /settings                           | -                      | no longer retried, up to 3 attempts
        best              | /settings                           | [{"@type":"Cached","refreshed":false,"version":""}] | now cached
        train             | /settings/0/ttl                     | "P7D"                  | results reused for ever → 7d
        train             | /settings/1                         | -                      | no longer on spot
        train             | /settings/1/onDemandAfterInterruptions | 2                   | interruptions until on-demand unlimited → 2
        map-depths        | /settings/0/items                   | 8                      | items at once 4 → 8
        best              | /after                              | ["ingest"]             | now waits for "ingest"
        train             | /after                              | -                      | no longer waits for "spark"
        # The pipeline and its types.
        pipeline          | /name                               | "example"              | name of the pipeline "sample" → "example"
        pipeline          | /definedBy                          | "a.B"                  | class of the pipeline dev.penstock.diff.SamplePipeline → a.B
        pipeline          | /input                              | "int"                  | the pipeline takes int instead of Params
        pipeline          | /output                             | "int"                  | the pipeline yields int instead of string
        pipeline          | /defaults/bar                       | 0.8                    | default.bar 0.9 → 0.8
        pipeline          | /defaults/depths                    | [2]                    | default.depths [2,4] → [2]
        pipeline          | /settings/owner                     | "team-b"               | owner team-a → team-b
        pipeline          | /settings/labels/centre             | "43"                   | label centre = "42" → "43"
        pipeline          | /settings/timeout                   | -                      | timeout of the run 8h removed
        pipeline          | /settings/budget                    | "10"                   | budget of the run 10 added
        pipeline          | /settings/rejecting                 | ["a.B"]                | rejecting on nothing → a.B
        pipeline          | /onFailure                          | -                      | the handler of failures removed: inform
        pipeline          | /lastly                             | {"nodes":[]}           | the last handler added: nothing
        type Score        | /components/1/type                  | "float"                | component accuracy is float instead of double
        type Score        | /components/1                       | -                      | component accuracy removed: double
        type Score        | /components/2                       | {"name":"loss","type":"list<double>"} | component loss added: list<double>
        type Score        | /tagged                             | true                   | now a case of a sealed family
        type Mode         | /constants/2                        | "SLOW"                 | constant SLOW added
        type Search       | /cases/1                            | -                      | case Chance removed
        type Raw          | /kind                               | "model"                | artifact of kind dataset → model
        """)
    void saysWhatChanged(String place, String pointer, String json, String sentence) {
        List<Change> changes =
                SpecDiff.between(SPEC, Edit.of(SPEC).set(place, pointer, json).spec());
        assertThat(changes).extracting(Change::sentence).containsExactly(sentence);
        assertThat(changes.getFirst().path()).matches("(.* > )?" + place);
    }
}
