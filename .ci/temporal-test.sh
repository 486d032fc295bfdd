#!/usr/bin/env bash
# Tests .build/temporal on a make-believe machine: its own PATH, and a Go that only pretends.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."

machine=$(mktemp -d "${TMPDIR:-/tmp}/penstock temporal.XXXXXX")
trap 'rm -rf "$machine"' EXIT
cli=$machine/cache/penstock/temporal-1.5.1/temporal
failures=0

# Nothing but the tools that every system has, and no flock unless a test wants it.
new_machine() {
    local tool
    rm -rf "${machine:?}"/*
    mkdir -p "$machine/bin"
    for tool in bash cat chmod env mkdir mktemp mv rm sleep "$@"; do
        ln -s "$(type -P "$tool")" "$machine/bin/"
    done
}

go_that() {
    cat >"$machine/bin/go" <<GO
#!/usr/bin/env bash
echo "\$*" >>'$machine/go-was-called'
echo 'go: downloading something'
$1
GO
    chmod +x "$machine/bin/go"
}

go_that_builds() {
    go_that 'sleep 0.3; echo binary >"$GOBIN/temporal"; chmod +x "$GOBIN/temporal"'
}

temporal() {
    exit_code=0
    env -i HOME="$machine/home" XDG_CACHE_HOME="$machine/cache" PATH="$machine/bin" .build/temporal \
        >"$machine/output" 2>"$machine/errors" || exit_code=$?
    output=$(cat "$machine/output") errors=$(cat "$machine/errors")
}

expect() {
    local what=$1 text=$2 wanted=$3
    case $text in
        $wanted) ;;
        *)
            echo "FAILED: $title: $what should be \"$wanted\", but is:"
            echo "$text"
            failures=$((failures + 1))
            ;;
    esac
}

title='builds once and prints nothing but the path'
new_machine flock
go_that_builds
temporal
expect 'exit code' "$exit_code" 0
expect output "$output" "$cli"
expect errors "$errors" '*first use here*downloading something*Built in*'
temporal
expect output "$output" "$cli"
expect errors "$errors" ''
expect 'calls of go' "$(cat "$machine/go-was-called")" 'install github.com/temporalio/cli/cmd/temporal@v1.5.1'

title='says that Go is missing'
new_machine
temporal
expect 'exit code' "$exit_code" 3
expect output "$output" ''
expect errors "$errors" '*no go on PATH*go.dev/dl*PENSTOCK_TEMPORAL*'

title='leaves nothing behind where the build fails'
new_machine
go_that 'exit 1'
temporal
expect 'exit code' "$exit_code" 4
expect output "$output" ''
expect errors "$errors" '*No build of the Temporal CLI*'
expect cache "$(echo "$machine"/cache/penstock/*)" "*/penstock/\*"

title='builds once for two who start together'
new_machine flock
go_that_builds
temporal &
first=$!
(temporal && expect output "$output" "$cli" && exit "$failures")
second=$?
wait "$first"
expect 'exit code' "$second" 0
expect 'calls of go' "$(cat "$machine/go-was-called")" 'install github.com/temporalio/cli/cmd/temporal@v1.5.1'

title='builds without flock'
new_machine
go_that_builds
temporal
expect output "$output" "$cli"

[ "$failures" -eq 0 ] || exit 1
echo 'All tests of .build/temporal passed.'
