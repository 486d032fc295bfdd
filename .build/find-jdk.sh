# shellcheck shell=bash
# Finds a JDK: JAVA_HOME, then the java on PATH, then the newest in the usual places. To be sourced.
#
#   find_jdk 21 || { explain_missing_jdk 21; exit 3; }
#
# sets JDK_HOME and JDK_VERSION; maven_on_found_jdk then runs Maven there.
# PENSTOCK_JDK_ROOTS, folders separated by colons, stands in for the usual places.

JDK_USUAL_PLACES="/usr/lib/jvm:/usr/java:/opt:${HOME:-}/.sdkman/candidates/java:${HOME:-}/.jdks:${HOME:-}/.gradle/jdks"
JDK_USUAL_PLACES="$JDK_USUAL_PLACES:/Library/Java/JavaVirtualMachines:${HOME:-}/Library/Java/JavaVirtualMachines"
JDK_USUAL_PLACES="$JDK_USUAL_PLACES:/opt/homebrew/opt:/usr/local/opt:/home/linuxbrew/.linuxbrew/opt"

find_jdk() {
    local wanted=$1 root newest_home='' newest_version=''
    JDK_HOME='' JDK_VERSION='' JDK_LOOKED=''

    if [ -z "${JAVA_HOME:-}" ]; then
        jdk_note JAVA_HOME 'not set'
    elif jdk_suits "$JAVA_HOME" "$wanted"; then
        jdk_take "$JAVA_HOME" && return
    else
        jdk_note JAVA_HOME "$JAVA_HOME: $JDK_VERDICT"
    fi

    if ! jdk_on_path; then
        jdk_note 'java on PATH' 'none'
    elif jdk_suits "$JDK_CANDIDATE" "$wanted"; then
        jdk_take "$JDK_CANDIDATE" && return
    else
        jdk_note 'java on PATH' "$JDK_CANDIDATE: $JDK_VERDICT"
    fi

    local IFS=:
    for root in ${PENSTOCK_JDK_ROOTS-$JDK_USUAL_PLACES}; do
        jdk_newest_below "$root" "$wanted"
    done
    [ -n "$newest_home" ] || return 1
    JDK_HOME=$newest_home JDK_VERSION=$newest_version
}

explain_missing_jdk() {
    {
        echo "Penstock needs a JDK $1 or newer and found none. It looked at:"
        printf '%s' "$JDK_LOOKED"
        echo "Install one, for example Temurin 25 from https://adoptium.net, or with one of"
        echo "    apt install openjdk-$1-jdk    dnf install java-$1-openjdk-devel    brew install openjdk    sdk install java"
        echo "or set JAVA_HOME to a JDK that is somewhere else."
    } >&2
}

find_maven() {
    type -P "${PENSTOCK_MAVEN:-mvn}" >/dev/null && return
    {
        echo "Penstock is built with Maven 3.8.6 or newer, and there is no ${PENSTOCK_MAVEN:-mvn} on PATH."
        echo "Install it from https://maven.apache.org/install.html, or with one of"
        echo "    apt install maven    dnf install maven    brew install maven    sdk install maven"
    } >&2
    return 1
}

# Without the warnings that a Maven older than its JDK would print.
maven_on_found_jdk() {
    local quiet=''
    [ "$(jdk_major "$JDK_VERSION")" -lt 24 ] ||
        quiet='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED'
    JAVA_HOME=$JDK_HOME MAVEN_OPTS="${MAVEN_OPTS:-} $quiet" "${PENSTOCK_MAVEN:-mvn}" "$@"
}

# Looks at every JDK below a folder; keeps the newest in newest_home and newest_version of find_jdk.
jdk_newest_below() {
    local root=$1 wanted=$2 home found=''
    if [ ! -d "$root" ]; then
        jdk_note "$root" 'no such folder'
        return
    fi
    for home in "$root"/* "$root"/*/Contents/Home "$root"/*/libexec/openjdk.jdk/Contents/Home; do
        [ -x "$home/bin/java" ] || continue
        found=yes
        if ! jdk_suits "$home" "$wanted"; then
            jdk_note "$root" "${home#"$root"/}: $JDK_VERDICT"
        elif [ -z "$newest_home" ] || jdk_is_newer "$JDK_FOUND_VERSION" "$newest_version"; then
            newest_home=$home newest_version=$JDK_FOUND_VERSION
        fi
    done
    [ -n "$found" ] || jdk_note "$root" 'no JDK'
}

jdk_take() {
    JDK_HOME=$1 JDK_VERSION=$JDK_FOUND_VERSION
}

jdk_note() {
    local line
    printf -v line '    %-28s %s' "$1" "$2"
    JDK_LOOKED="$JDK_LOOKED$line"$'\n'
}

# Sets JDK_FOUND_VERSION, or JDK_VERDICT with the reason why the JDK will not do.
jdk_suits() {
    if [ ! -x "$1/bin/java" ]; then
        JDK_VERDICT='no bin/java in it'
    elif ! jdk_read_version "$1"; then
        JDK_VERDICT='does not say its version'
    elif [ "$(jdk_major "$JDK_FOUND_VERSION")" -lt "$2" ]; then
        JDK_VERDICT="version $JDK_FOUND_VERSION is too old"
    elif [ ! -x "$1/bin/javac" ]; then
        JDK_VERDICT="version $JDK_FOUND_VERSION has no compiler (a JRE, not a JDK)"
    else
        return 0
    fi
    return 1
}

# From the file "release" where there is one: starting a JVM to ask takes longer than all the rest.
jdk_read_version() {
    local line
    JDK_FOUND_VERSION=''
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) line=${line#*=} JDK_FOUND_VERSION=${line//[^0-9A-Za-z._+-]/} ;; esac
        done <"$1/release"
    fi
    if [ -z "$JDK_FOUND_VERSION" ]; then
        line=$("$1/bin/java" -version 2>&1) || return 1
        case $line in *' version "'*) line=${line#*' version "'} JDK_FOUND_VERSION=${line%%\"*} ;; esac
    fi
    [ -n "$(jdk_major "$JDK_FOUND_VERSION")" ]
}

# 1.8.0_402 is 8, 25-ea is 25.
jdk_major() {
    local version=${1#1.}
    echo "${version%%[^0-9]*}"
}

jdk_is_newer() {
    local left right i a b
    IFS='._+-' read -r -a left <<<"$1"
    IFS='._+-' read -r -a right <<<"$2"
    for i in 0 1 2 3; do
        a=${left[i]:-0} b=${right[i]:-0}
        a=$((10#0${a//[^0-9]/})) b=$((10#0${b//[^0-9]/}))
        if [ "$a" -ne "$b" ]; then
            [ "$a" -gt "$b" ]
            return
        fi
    done
    return 1
}

# Sets JDK_CANDIDATE to the home of the java on PATH.
jdk_on_path() {
    local java link line
    java=$(type -P java) || return 1
    JDK_CANDIDATE=''
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in /*) java=$link ;; *) java=${java%/*}/$link ;; esac
    done
    if [ -r "${java%/bin/java}/release" ]; then
        JDK_CANDIDATE=${java%/bin/java}
        return
    fi
    # A shim, such as jenv's or the one of macOS: ask it.
    while IFS= read -r line; do
        case $line in *'java.home = '*) JDK_CANDIDATE=${line#*'java.home = '} ;; esac
    done < <("$java" -XshowSettings:properties -version 2>&1)
    [ -n "$JDK_CANDIDATE" ]
}
