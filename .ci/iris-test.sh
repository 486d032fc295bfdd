#!/usr/bin/env bash
# Runs iris as a new user does, with nothing there, and then once more, when every container's result is in the cache.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

PENSTOCK_HOME=$(mktemp -d "${TMPDIR:-/tmp}/penstock-iris.XXXXXX")
export PENSTOCK_HOME
unset MLFLOW_TRACKING_URI

end() {
    local pid
    pid=$(sed -n 's/^pid=//p' "$PENSTOCK_HOME/mlflow/server.properties" 2>/dev/null || true)
    [ -z "$pid" ] || kill "$pid"
    rm -rf "$PENSTOCK_HOME"
}
trap end EXIT

expect() {
    local what=$1 wanted=$2 text=$3
    case $text in
        *"$wanted"*) ;;
        *)
            echo "FAILED: $what should have \"$wanted\", but is:"
            echo "$text"
            exit 1
            ;;
    esac
}

echo '$ ./penstock run iris'
first=$(./penstock run iris --target embedded 2>"$PENSTOCK_HOME/first.txt") || { cat "$PENSTOCK_HOME/first.txt"; exit 1; }
cat "$PENSTOCK_HOME/first.txt"
expect 'the result' 'iris 1 is registered, with an accuracy of 0.9' "$first"
expect 'the report' '/#/experiments/' "$(cat "$PENSTOCK_HOME/first.txt")"
page=$(sed -n 's/^ *report  *//p' "$PENSTOCK_HOME/first.txt")
expect 'the pages of Great Expectations' 'Data Docs created by Great Expectations' "$(cat "$page")"

echo '$ ./penstock run iris'
second=$(./penstock run iris --target embedded 2>"$PENSTOCK_HOME/second.txt")
cat "$PENSTOCK_HOME/second.txt"
expect 'the result' 'iris 2 is registered' "$second"
expect 'the report' 'from the cache: 9 of 9 results, saved ' "$(cat "$PENSTOCK_HOME/second.txt")"
cached=$(grep -c 'cached, from' "$PENSTOCK_HOME/second.txt" || true)
bodies=$(find "$PENSTOCK_HOME"/logs -name '*.log' | wc -l)
[ "$cached" -eq 9 ] || { echo "FAILED: $cached steps were cached, not 9"; exit 1; }
[ "$bodies" -eq 9 ] || { echo "FAILED: $bodies bodies have run in both runs, not 9"; exit 1; }

address=$(sed -n 's/^port=/http:\/\/127.0.0.1:/p' "$PENSTOCK_HOME/mlflow/server.properties")
versions=$(python3 -c 'import json, sys, urllib.request as web
print(len(json.load(web.urlopen(sys.argv[1] + "/api/2.0/mlflow/model-versions/search"))["model_versions"]))' "$address")
expect 'the number of versions' 2 "$versions"
echo 'iris ran, and ran from the cache.'
