#!/usr/bin/env bash
# Builds and runs the application of docs/own-application.md outside of this checkout, from artifacts that are installed
# into a local repository of its own, with the commands that the page shows.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .build/find-jdk.sh
find_jdk 21 || { explain_missing_jdk 21; exit 3; }
find_maven || exit 3

place=$(mktemp -d "${TMPDIR:-/tmp}/penstock-standalone.XXXXXX")
trap 'rm -rf "$place"' EXIT
usual=${HOME}/.m2/repository
mkdir -p "$place/repository"
# Links instead of copies, so that nothing is fetched twice and nothing of ours gets into the usual repository.
[ ! -d "$usual" ] || cp -al "$usual/." "$place/repository/" 2>/dev/null || cp -a "$usual/." "$place/repository/"
rm -rf "$place/repository/dev/penstock"

maven_on_found_jdk -q -B -ntp "-Dmaven.repo.local=$place/repository" -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -pl bom,cli,testing -am install
cp -r docs/samples/greenhouse "$place/greenhouse"
page=$PWD/docs/own-application.md
cd "$place/greenhouse"
export PENSTOCK_HOME=$place/home PENSTOCK_TEMPORAL_TARGET=embedded PATH="$JDK_HOME/bin:$PATH" JAVA_HOME=$JDK_HOME

# Every line of the page's console blocks that begins with "$ " is run; what stands below it must be printed.
failures=0 ran=0
expect() {
    [ -z "$1" ] || case $output in
        *"$1"*) ;;
        *) failures=$((failures + 1)); printf 'FAILED: %s\nshould print: %s\nprinted:\n%s\n' "$command" "$1" "$output" ;;
    esac
}
command='' output='' inside=''
while IFS= read -r line; do
    case $line in
        '```console') inside=yes ;;
        '```') inside='' ;;
        '$ '*)
            [ -n "$inside" ] || continue
            command=${line#'$ '} ran=$((ran + 1))
            echo "\$ $command"
            case $command in mvn*) command="$command -q -B -ntp -Dmaven.repo.local=$place/repository" ;; esac
            output=$(bash -c "$command" 2>&1 </dev/null) || { echo "FAILED with $?: $command"; echo "$output"; exit 1; }
            ;;
        *) [ -z "$inside" ] || [ "$line" = … ] || expect "$line" ;;
    esac
done <"$page"

# Temporal brings an older Jackson along; two of them at once fail only where the difference is used.
versions=$(cd target/lib && printf '%s\n' jackson-*.jar | sed -E 's/^.*-([0-9.]+)\.jar$/\1/; s/^([0-9]+\.[0-9]+).*/\1/' | sort -u)
[ "$(printf '%s\n' "$versions" | wc -l)" -eq 1 ] || { echo "FAILED: several versions of Jackson: $versions"; failures=1; }

[ "$ran" -ge 4 ] || { echo "only $ran commands were found in $page"; exit 1; }
[ "$failures" -eq 0 ] || exit 1
echo "The application was built and run: $ran commands."
