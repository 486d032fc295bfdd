# shellcheck shell=bash
# Keeps a binary that Go builds in ${XDG_CACHE_HOME:-~/.cache}/penstock; Go fetches the sources. To be sourced.
#
#   name='The tool' binary=tool version=1.0 module=example.com/tool
#   explain_missing_go() { … }
#   go_tool
#
# prints the path of the binary, built first where the cache has none.
# Exit code 3: Go is missing. 4: the build failed.
# shellcheck disable=SC2154 # name, binary, version and module come from the script that sources this one

cache=${XDG_CACHE_HOME:-${HOME:?is not set, nor is XDG_CACHE_HOME}/.cache}/penstock

go_tool() {
    tool=$cache/$binary-$version/$binary
    [ -x "$tool" ] || build_once
    echo "$tool"
}

build_once() {
    if ! type -P go >/dev/null; then
        explain_missing_go >&2
        exit 3
    fi
    mkdir -p "$cache"
    if type -P flock >/dev/null; then
        exec 9>"$cache/$binary-$version.lock"
        if ! flock -n 9; then
            echo "Another process builds $name; waiting for it." >&2
            flock 9
        fi
    fi
    [ -x "$tool" ] || build # or another one has built it while this one waited
}

# Without flock two first calls may both build; the move makes either result whole.
build() {
    local started=$SECONDS
    echo "Building $name $version for its first use here; Go fetches its sources, which takes minutes." >&2
    building=$(mktemp -d "$cache/building.XXXXXX")
    trap 'rm -rf "$building"' EXIT
    # Without the lock's descriptor, which a process that Go leaves behind would hold.
    if ! GOBIN=$building go install "$module@v$version" >&2 9>&-; then
        echo "No build of $name; what Go says is above. Does GOPROXY allow ${module%%/cmd/*}?" >&2
        exit 4
    fi
    mkdir -p "${tool%/*}"
    mv -f "$building/$binary" "$tool"
    echo "Built in $((SECONDS - started)) s: $tool" >&2
}
