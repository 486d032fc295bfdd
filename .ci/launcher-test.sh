#!/usr/bin/env bash
# Tests ./penstock on a make-believe machine: its own PATH, its own JDKs and a Maven that only pretends.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

machine=$(mktemp -d "${TMPDIR:-/tmp}/penstock launcher.XXXXXX")
trap 'rm -rf "$machine"' EXIT
failures=0

# A fresh checkout and an empty machine; nothing but the tools that every system has.
new_machine() {
    local tool
    rm -rf "${machine:?}"/*
    mkdir -p "$machine/bin" "$machine/jvm" "$machine/elsewhere" "$machine/checkout/.build" \
        "$machine/checkout/cli/src/main" "$machine/checkout/examples/iris/src/main"
    for tool in awk bash cat cp date env find flock grep kill mkdir mv readlink rm sleep tail tee touch; do
        tool=$(type -P "$tool") && ln -s "$tool" "$machine/bin/"
    done
    cp penstock "$machine/checkout/"
    cp .build/find-jdk.sh "$machine/checkout/.build/"
    touch "$machine/checkout/pom.xml" "$machine/checkout/cli/pom.xml" "$machine/checkout/examples/iris/pom.xml"
}

# A JDK whose java says where it is and what it was asked.
jdk() {
    local home=$1 version=$2
    mkdir -p "$home/bin"
    echo "JAVA_VERSION=\"$version\"" >"$home/release"
    cat >"$home/bin/java" <<'JAVA'
#!/usr/bin/env bash
echo "java of ${0%/bin/java}"
echo "in $PWD"
echo "pipelines $PENSTOCK_PIPELINES"
echo "arguments $*"
JAVA
    cp "$home/bin/java" "$home/bin/javac"
    chmod +x "$home/bin/java" "$home/bin/javac"
}

maven() {
    cat >"$machine/bin/mvn" <<MAVEN
#!/usr/bin/env bash
echo "mvn \$*" >>'$machine/maven-was-called'
cd '$machine/checkout'
echo '[INFO] Building Penstock CLI 0.1.0-SNAPSHOT           [1/1]'
$1
MAVEN
    chmod +x "$machine/bin/mvn"
}

maven_that_builds() {
    maven 'sleep 0.5
        mkdir -p cli/target/lib examples/iris/target
        touch cli/target/penstock-cli-1.jar cli/target/lib/library.jar
        touch examples/iris/target/iris.jar examples/iris/target/iris-sources.jar'
}

# penstock [VARIABLE=value…] -- [argument…]; leaves exit_code, and what was printed in output and errors.
penstock() {
    local variables=()
    while [ "$1" != -- ]; do
        variables+=("$1")
        shift
    done
    shift
    exit_code=0
    env -i HOME="$machine/home" PATH="$machine/bin" PENSTOCK_JDK_ROOTS="$machine/jvm:$machine/no such folder" \
        ${variables[@]+"${variables[@]}"} "${launcher:-$machine/checkout/penstock}" "$@" \
        >"$machine/output" 2>"$machine/errors" || exit_code=$?
    output=$(cat "$machine/output") errors=$(cat "$machine/errors")
}

expect() {
    local what=$1 text=$2 part=$3
    case $text in
        *"$part"*) ;;
        *) fail "$what should have \"$part\" in it, but is:
$text" ;;
    esac
}

expect_not() {
    case $2 in *"$3"*) fail "$1 should not have \"$3\" in it, but is:
$2" ;; esac
}

expect_code() {
    [ "$exit_code" -eq "$1" ] || fail "the exit code should be $1, not $exit_code; errors:
$errors"
}

expect_builds() {
    local count
    count=$(cat "$machine/maven-was-called" 2>/dev/null | wc -l)
    [ "$count" -eq "$1" ] || fail "Maven should have been called $1 times, not $count"
}

fail() {
    failures=$((failures + 1))
    printf 'FAILED %s: %s\n' "$test" "$1"
}

says_where_it_looked_for_a_jdk() {
    jdk "$machine/jvm/old-17" 17.0.9
    jdk "$machine/jvm/jre-21" 21.0.1
    rm "$machine/jvm/jre-21/bin/javac"
    penstock JAVA_HOME="$machine/gone" -- --help
    expect_code 3
    expect errors "$errors" 'needs a JDK 21 or newer'
    expect errors "$errors" "$machine/gone: no bin/java in it"
    expect errors "$errors" 'java on PATH                 none'
    expect errors "$errors" 'old-17: version 17.0.9 is too old'
    expect errors "$errors" 'jre-21: version 21.0.1 has no compiler'
    expect errors "$errors" 'no such folder'
    expect errors "$errors" 'apt install openjdk-21-jdk'
    [ -z "$output" ] || fail "nothing should be on stdout: $output"
}

says_that_a_place_is_empty() {
    penstock -- --help
    expect_code 3
    expect errors "$errors" 'JAVA_HOME                    not set'
    expect errors "$errors" 'no JDK'
}

skips_an_old_jdk_on_path() {
    jdk "$machine/elsewhere/old" 17.0.9
    ln -s "$machine/elsewhere/old/bin/java" "$machine/bin/java"
    jdk "$machine/jvm/new" 21.0.2
    maven_that_builds
    penstock JAVA_HOME="$machine/elsewhere/old" -- --help
    expect_code 0
    expect output "$output" "java of $machine/jvm/new"
}

asks_a_jdk_without_a_release_file() {
    jdk "$machine/jvm/ancient" 1
    rm "$machine/jvm/ancient/release"
    printf '#!/usr/bin/env bash\necho '\''openjdk version "1.8.0_402"'\'' >&2\n' >"$machine/jvm/ancient/bin/java"
    penstock -- --help
    expect_code 3
    expect errors "$errors" 'ancient: version 1.8.0_402 is too old'
}

takes_the_newest_of_the_usual_places() {
    jdk "$machine/jvm/a" 25.0.9
    jdk "$machine/jvm/b" 25.0.10
    jdk "$machine/jvm/c" 21.0.30
    maven_that_builds
    penstock -- --help
    expect output "$output" "java of $machine/jvm/b"
}

prefers_java_home_and_then_path() {
    jdk "$machine/jvm/newest" 26
    jdk "$machine/elsewhere/path" 21.0.1
    jdk "$machine/elsewhere/home" 21-ea
    ln -s "$machine/elsewhere/path/bin/java" "$machine/bin/java"
    maven_that_builds
    penstock JAVA_HOME="$machine/elsewhere/home" -- --help
    expect output "$output" "java of $machine/elsewhere/home"
    penstock -- --help
    expect output "$output" "java of $machine/elsewhere/path"
}

says_that_maven_is_missing() {
    jdk "$machine/jvm/new" 25
    penstock -- --help
    expect_code 3
    expect errors "$errors" 'no mvn on PATH'
}

builds_once_and_again_after_a_change() {
    jdk "$machine/jvm/new" 25
    maven_that_builds
    penstock -- run 'two words'
    expect_code 0
    expect errors "$errors" 'Penstock CLI'
    expect output "$output" 'dev.penstock.cli.Main run two words'
    expect output "$output" '/lib/library.jar:'
    expect output "$output" '/lib/penstock-cli-1.jar'
    expect output "$output" '/pipelines/iris.jar'
    expect_not output "$output" 'sources.jar'
    penstock -- run
    expect_builds 1
    [ -z "$errors" ] || fail "a start without a build should say nothing: $errors"
    touch "$machine/checkout/cli/src/main/New.java"
    penstock -- run
    expect_builds 2
}

two_at_once_build_once() {
    jdk "$machine/jvm/new" 25
    maven_that_builds
    (penstock -- first) &
    penstock -- second
    wait
    expect_builds 1
    expect_code 0
}

two_at_once_build_once_without_flock() {
    rm -f "$machine/bin/flock"
    two_at_once_build_once
    [ ! -e "$machine/checkout/target/penstock/lock.folder" ] || fail 'the lock should be gone'
}

shows_why_the_build_failed() {
    jdk "$machine/jvm/new" 25
    maven 'echo "[ERROR] Main.java:[3,4] cannot find symbol"; exit 1'
    penstock -- --help
    expect_code 4
    expect errors "$errors" 'cannot find symbol'
    expect errors "$errors" 'target/penstock-build.log'
    penstock -- --help
    expect_builds 2
}

starts_through_a_symlink_from_another_folder() {
    jdk "$machine/jvm/new" 25
    maven_that_builds
    ln -s ../checkout/penstock "$machine/elsewhere/penstock"
    ln -s "$machine/elsewhere/penstock" "$machine/bin/penstock"
    cd "$machine/elsewhere"
    launcher=$machine/bin/penstock penstock PENSTOCK_PIPELINES=mine.jar -- --help
    cd "$OLDPWD"
    expect_code 0
    expect output "$output" "in $machine/elsewhere"
    expect output "$output" 'pipelines mine.jar'
}

for test in says_where_it_looked_for_a_jdk says_that_a_place_is_empty skips_an_old_jdk_on_path \
    asks_a_jdk_without_a_release_file takes_the_newest_of_the_usual_places prefers_java_home_and_then_path \
    says_that_maven_is_missing builds_once_and_again_after_a_change two_at_once_build_once \
    two_at_once_build_once_without_flock shows_why_the_build_failed starts_through_a_symlink_from_another_folder; do
    new_machine
    before=$failures
    "$test"
    [ "$failures" -ne "$before" ] || printf 'ok     %s\n' "$test"
done
[ "$failures" -eq 0 ]
